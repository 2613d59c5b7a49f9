using HardE.Agents.Services;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Models;

/// <summary>Asks the models of a chain one after the other until one answers.</summary>
/// <param name="chain">At least one; the first is the one that was asked for.</param>
internal sealed class FallbackChatClient(IReadOnlyList<IChatClient> chain) : DelegatingChatClient(chain[0])
{
    /// <exception cref="ServiceException">None of them answered; the failure is that of the first.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToArray();
        ServiceException? first = null;
        foreach (var model in chain)
        {
            try
            {
                return await model.GetResponseAsync(asked, options, cancellationToken);
            }
            catch (ServiceException problem)
            {
                first ??= problem; // thrown below when nobody answers
            }
        }

        throw first!;
    }
}

using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Models;

/// <summary>With <c>Models:Mode=model</c> a missing key stops the start instead of leaving the rules alone in silence.</summary>
internal sealed class ModelsStart(AgentRoster agents, ModelRoster models, IOptions<ModelOptions> options) : IHostedService
{
    /// <exception cref="ServiceException">A model is asked for and has no key.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var mute = options.Value.Mode == ModelMode.Model
            ? agents.All.Select(a => a.Model).Distinct().Where(m => models.Serving(m).Count == 0).ToArray()
            : [];
        return mute.Length == 0
            ? Task.CompletedTask
            : throw new ServiceException(
                string.Join(", ", mute), Failure.Refused, "Models:Mode is 'model', but no model of this chain has its key; set the key or Models:Mode=auto");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

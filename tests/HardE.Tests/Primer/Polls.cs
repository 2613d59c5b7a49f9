using HardE.Jobs.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Primer;

internal static class Polls
{
    /// <summary>One look into the mailbox, without the engine.</summary>
    public static Task<int> PollAsync(this IServiceProvider services) => services.GetRequiredService<MailPoller>().PollAsync(default);
}

using HardE.Agents.Services;
using HardE.Jobs.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Mail;

/// <summary>Plugs in the mailbox: orders in, answers and links out.</summary>
public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, bool works)
    {
        services.AddSettings<MailOptions>("Mail");
        services.AddSingleton<FolderMailbox>();
        services.AddSingleton<IMailbox>(provider => provider.GetRequiredService<FolderMailbox>());
        services.AddSingleton<SenderProof>().AddSingleton<MailGate>().AddSingleton<MailStore>().AddSingleton<Suppressions>();
        services.AddSingleton<Directors>().AddSingleton<MailReplies>().AddSingleton<MailWork>().AddSingleton<MailDesk>();
        return works
            ? services.AddRecurring<MailPoller>("mail_poll", p => p.GetRequiredService<IOptions<MailOptions>>().Value.PollInterval)
            : services;
    }
}

using System.Reflection;
using HardE.Agents.State;

namespace HardE.Bot.Channels;

/// <summary>Plugs in the inbox and its worker.</summary>
internal static class InboxSetup
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddSingleton(new SchemaSource(Assembly.GetExecutingAssembly()));
        services.AddSingleton<Inbox>().AddSingleton<LeftoverWatch>().AddSingleton<InboxSignal>().AddSingleton<InboxQueue>().AddSingleton<ConversationLeases>();
        services.AddHostedService(provider => provider.GetRequiredService<ConversationLeases>());
        services.AddHostedService<InboxWorker>();
        return services;
    }
}

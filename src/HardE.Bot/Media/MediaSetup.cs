namespace HardE.Bot.Media;

/// <summary>Plugs in the way media links are answered.</summary>
internal static class MediaSetup
{
    public static IServiceCollection AddMediaPages(this IServiceCollection services) => services.AddSingleton<MediaRequest>().AddSingleton<StopMail>();
}

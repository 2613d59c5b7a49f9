using System.Reflection;
using HardE.Bot.Admin.Access;

namespace HardE.Bot.Admin;

/// <summary>Plugs in the pages: server-rendered, no build step, one stylesheet of our own.</summary>
internal static class AdminSetup
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddAdminAccess();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Admin/Pages";
            options.Conventions.AuthorizeFolder("/", AdminAccess.Policy).AllowAnonymousToPage("/Index").AllowAnonymousToPage("/Login");
        });
        services.AddSingleton<Shown>().AddSingleton<JobActs>().AddSingleton<JobsOverview>().AddSingleton<ConversationBoard>();
        return services.AddSingleton<Readiness>().AddSingleton<Pages.StatusParts>();
    }

    /// <summary>Headers that every page and answer carries; a page of its own may set a tighter policy.</summary>
    public static void UsePageSafety(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    }).UseAuthentication().UseAuthorization();

    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        app.MapAsset("/assets/site.css", "HardE.Bot.site.css", "text/css; charset=utf-8");
        app.MapAsset("/assets/live.js", "HardE.Bot.live.js", "text/javascript; charset=utf-8");
        app.MapJobsLive();
        app.MapRazorPages();
    }

    private static void MapAsset(this IEndpointRouteBuilder app, string path, string resource, string type) => app.MapGet(path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, type);
    });
}

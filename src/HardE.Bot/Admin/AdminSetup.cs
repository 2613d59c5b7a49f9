using System.Reflection;
using HardE.Bot.Admin.Access;

namespace HardE.Bot.Admin;

/// <summary>Plugs in the pages: server-rendered, no build step, one stylesheet of our own.</summary>
internal static class AdminSetup
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddAdminAccess();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Admin/Pages";
            options.Conventions.AuthorizeFolder("/", AdminAccess.Policy).AllowAnonymousToPage("/Index").AllowAnonymousToPage("/Login");
        });
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
        app.MapGet("/assets/site.css", () => Results.Stream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("HardE.Bot.site.css")!, "text/css; charset=utf-8"));
        app.MapRazorPages();
    }
}

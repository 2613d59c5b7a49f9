using System.Globalization;
using System.Security.Claims;
using HardE.Agents.Services;
using HardE.Jobs.Delivery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin.Access;

/// <summary>Who may see the pages: a cookie (sealed by the vault's keys) that names a session; rights from people's roles.</summary>
internal static class AdminAccess
{
    /// <summary>Policies, by the least right they ask for.</summary>
    public const string Policy = nameof(AdminRight.Viewer);
    public const string OperatorPolicy = nameof(AdminRight.Operator);
    public const string AdminPolicy = nameof(AdminRight.Admin);

    public const string LoginPath = "/login";
    private const string SessionClaim = "session";
    private const string TenantClaim = "tenant";
    private const string PersonClaim = "person";
    private const string RightClaim = "right";

    public static IServiceCollection AddAdminAccess(this IServiceCollection services)
    {
        services.AddSettings<AdminOptions>("Admin");
        services.AddSingleton<LoginLinks>().AddSingleton<AdminSessions>().AddSingleton<Audit>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<IOptions<PublicAddressOptions>, IOptions<AdminOptions>>(Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy, p => p.RequireAssertion(c => RightOf(c.User) >= AdminRight.Viewer))
            .AddPolicy(OperatorPolicy, p => p.RequireAssertion(c => RightOf(c.User) >= AdminRight.Operator))
            .AddPolicy(AdminPolicy, p => p.RequireAssertion(c => RightOf(c.User) >= AdminRight.Admin));
        return services;
    }

    /// <summary>The person behind a request that passed a policy.</summary>
    /// <exception cref="InvalidOperationException">Nobody is logged in: a page without a policy asked.</exception>
    public static AdminUser Admin(this ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) is { } session
        ? new AdminUser(session, user.FindFirstValue(TenantClaim)!, user.FindFirstValue(PersonClaim), user.Identity!.Name!, RightOf(user))
        : throw new InvalidOperationException("Nobody is logged in.");

    public static AdminRight RightOf(ClaimsPrincipal user) =>
        Enum.TryParse<AdminRight>(user.FindFirstValue(RightClaim), out var right) ? right : AdminRight.None;

    /// <summary>Gives the browser its cookie.</summary>
    public static Task SignInAsync(HttpContext http, string session) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session)], CookieAuthenticationDefaults.AuthenticationScheme)),
        new AuthenticationProperties { IsPersistent = true });

    private static void Configure(CookieAuthenticationOptions cookie, IOptions<PublicAddressOptions> address, IOptions<AdminOptions> admin)
    {
        var https = address.Value.PublicUrl.Scheme == Uri.UriSchemeHttps;
        cookie.Cookie.Name = https ? "__Host-harde" : "harde";
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax; // a link in a chat leads to its page; every act is a POST with a token of its own
        cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = admin.Value.SessionLifetime;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = LoginPath;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToLogin = http => WantsPage(http.Request) ? Redirect(http, http.RedirectUri) : Status(http, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = http => RefuseAsync(http.HttpContext);
    }

    /// <summary>Looks the session up at each request: log-out and a changed role count at once.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<AdminSessions>();
        var user = context.Principal?.FindFirstValue(SessionClaim) is { } id ? await sessions.FindAsync(id, context.HttpContext.RequestAborted) : null;
        if (user is null)
        {
            context.RejectPrincipal();
            return;
        }

        List<Claim> claims =
        [
            new(SessionClaim, user.Session), new(TenantClaim, user.Tenant), new(ClaimTypes.Name, user.Name),
            new(RightClaim, ((int)user.Right).ToString(CultureInfo.InvariantCulture)),
        ];
        if (user.PersonId is { } person)
        {
            claims.Add(new Claim(PersonClaim, person));
        }

        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not for your role</title>
            <link rel="stylesheet" href="/assets/site.css"></head><body><main class="narrow"><h1>Your role may not see this page</h1>
            <p>An admin can change roles with <code>./harde people</code>. <a href="/jobs">Back to the jobs</a></p></main></body></html>
            """,
            http.RequestAborted);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> http, string to)
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

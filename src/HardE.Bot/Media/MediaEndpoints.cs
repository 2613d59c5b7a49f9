using System.Globalization;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Jobs.Delivery;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HardE.Bot.Media;

/// <summary>Signed, expiring links to sound and film: the file (in ranges, as phones ask for it), its page, picture and captions.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/media/{id}", Reading, (string id, HttpContext http, MediaRequest media) => media.FileAsync(id, http, MediaPart.File));
        app.MapMethods("/media/{id}/poster", Reading, (string id, HttpContext http, MediaRequest media) => media.FileAsync(id, http, MediaPart.Poster));
        app.MapMethods("/media/{id}/captions", Reading, (string id, HttpContext http, MediaRequest media) => media.FileAsync(id, http, MediaPart.Captions));
        app.MapMethods("/media/{id}/page", Reading, (string id, HttpContext http, MediaRequest media) => media.PageAsync(id, http));
    }
}

/// <summary>Answers one request for media: checks the link first, then looks for the file.</summary>
internal sealed class MediaRequest(MediaLinks links, MediaShelf shelf, IFileStore files, IOptions<CompanyOptions> company)
{
    private readonly PlayerPage page = new(company.Value);

    public async Task<IResult> FileAsync(string id, HttpContext http, MediaPart part)
    {
        var (state, media, _) = await OpenAsync(id, http);
        var key = part switch { MediaPart.Poster => media?.PosterKey, MediaPart.Captions => media?.CaptionsKey, _ => media?.FileKey };
        if (media is null || key is null || await files.OpenAsync(media.Tenant, key, http.RequestAborted) is not { } stream)
        {
            return Gone(state);
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, max-age=3600";
        http.Response.Headers[HeaderNames.ContentDisposition] =
            new ContentDispositionHeaderValue("inline") { FileNameStar = part == MediaPart.File ? media.FileName : Path.GetFileName(key) }.ToString();
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{id[..16]}-{part:D}-{stream.Length}\""));
        return Results.Stream(stream, ContentType(key), entityTag: tag, enableRangeProcessing: true);
    }

    public async Task<IResult> PageAsync(string id, HttpContext http)
    {
        var (state, media, expires) = await OpenAsync(id, http);
        if (media is null)
        {
            return Gone(state);
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return Html(page.Player(media, http.Request.PathBase, part => links.Path(media.Tenant, id, expires, part)), 200);
    }

    /// <summary>A page in the company's look that only says or asks something; told to no search engine.</summary>
    public IResult Say(Func<PlayerPage, string> write, int status = StatusCodes.Status200OK) => Html(write(page), status);

    private static string ContentType(string key) => Path.GetExtension(key) switch
    {
        ".mp4" => "video/mp4",
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".vtt" => "text/vtt; charset=utf-8",
        _ => "application/octet-stream",
    };

    private async Task<(LinkState State, Deliverable? Media, DateTimeOffset Expires)> OpenAsync(string id, HttpContext http)
    {
        var query = http.Request.Query;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer"; // the address is the key: it is told to nobody
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var (tenant, signature) = (query["t"].ToString(), query["s"].ToString());
        if (!long.TryParse(query["e"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return (LinkState.Wrong, null, default);
        }

        var state = links.Check(tenant, id, seconds, signature);
        var media = state == LinkState.Good ? await shelf.FindAsync(tenant, id, http.RequestAborted) : null;
        return (state, media, DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    private IResult Gone(LinkState state)
    {
        return state == LinkState.Expired
            ? Html(page.Notice("This link has expired", "Links to our films work for a limited time. Ask us, and we will send you a new one."), 410)
            : Html(page.Notice("We cannot find this film", "The link is not complete, or the film has been removed. Please open the link from our message again."), 404);
    }

    private HtmlResult Html(string html, int status) => new(html, status, page.Policy);

    private sealed class HtmlResult(string html, int status, string policy) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentSecurityPolicy = policy;
            http.Response.Headers.CacheControl = http.Response.Headers.CacheControl is { Count: > 0 } set ? set : "no-store";
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await http.Response.WriteAsync(html, http.RequestAborted);
            }
        }
    }
}

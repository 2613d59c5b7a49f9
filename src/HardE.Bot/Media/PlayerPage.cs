using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using HardE.Agents.Services;
using HardE.Jobs.Delivery;

namespace HardE.Bot.Media;

/// <summary>
/// The page on which a homeowner watches the film: player, transcript, whom to call. No script, nothing from elsewhere,
/// every word escaped; made for a phone first.
/// </summary>
internal sealed class PlayerPage(CompanyOptions company)
{
    private const string Rules =
        """
        :root{color-scheme:light dark;--ink:#16202b;--soft:#51606f;--paper:#f4f6f8;--card:#fff;--line:#dbe2e8}
        @media(prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#a9b6c3;--paper:#0e151c;--card:#17212b;--line:#2b3947}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        header{padding:1rem 0;font-weight:700;background:var(--card);border-bottom:4px solid var(--brand)}
        header span,main,footer{display:block;max-width:56rem;margin:0 auto;padding:0 1rem}
        main{padding-top:1rem}
        h1{font-size:clamp(1.35rem,5vw,2rem);line-height:1.25;margin:.5rem 0 1rem;overflow-wrap:anywhere}
        h2{font-size:1.125rem;margin:0}
        video{display:block;width:100%;aspect-ratio:16/9;height:auto;background:#000;border-radius:.75rem}
        audio{display:block;width:100%}
        .facts{color:var(--soft);margin:.75rem 0 1.25rem}
        .call{display:inline-block;padding:.7rem 1.2rem;border-radius:.6rem;background:var(--ink);color:var(--paper);font-weight:700;text-decoration:none}
        button.call{border:0;font:inherit;font-weight:700;cursor:pointer}
        details{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:1.5rem 0}
        summary{cursor:pointer;min-height:1.75rem}
        summary h2{display:inline}
        details p{max-width:40rem;overflow-wrap:anywhere}
        a{color:inherit}
        a:focus-visible,summary:focus-visible{outline:3px solid currentColor;outline-offset:3px}
        footer{padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.9375rem}
        """;

    private static readonly HtmlEncoder Html = HtmlEncoder.Default;

    private readonly string style = $":root{{--brand:{company.Color}}}\n{Rules.ReplaceLineEndings("\n")}";

    /// <summary>Only our own media and exactly this style: https://www.w3.org/TR/CSP3/.</summary>
    public string Policy =>
        "default-src 'none'; media-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    /// <summary>The player.</summary>
    /// <param name="media">What is played.</param>
    /// <param name="root">Path under which this host is reached; usually empty.</param>
    /// <param name="path">Signed path of each part.</param>
    public string Player(Deliverable media, string root, Func<MediaPart, string> path)
    {
        var film = !media.FileName.EndsWith(".mp3", StringComparison.OrdinalIgnoreCase);
        var source = Address(MediaPart.File);
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Html.Encode(media.Title)}</h1>\n");
        body.Append(film
            ? $"<video controls playsinline preload=\"metadata\" src=\"{source}\"{Poster()} aria-label=\"{Html.Encode(media.Title)}\">{Track()}</video>\n"
            : $"<audio controls preload=\"metadata\" src=\"{source}\" aria-label=\"{Html.Encode(media.Title)}\"></audio>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">{Length(media.Seconds)}<a href=\"{source}\" download=\"{Html.Encode(media.FileName)}\">Save a copy</a></p>\n");
        body.Append(Call());
        body.Append(Transcript(media.Transcript));
        return Page(media.Title, body.ToString());

        string Address(MediaPart part) => Html.Encode(root + path(part));
        string Poster() => media.PosterKey is null ? "" : $" poster=\"{Address(MediaPart.Poster)}\"";
        string Track() => media.CaptionsKey is null ? "" :
            $"<track kind=\"captions\" srclang=\"en\" label=\"English\" src=\"{Address(MediaPart.Captions)}\">";
    }

    /// <summary>A page that only says something.</summary>
    public string Notice(string title, string text) => Page(title, $"<h1>{Html.Encode(title)}</h1>\n<p>{Html.Encode(text)}</p>\n{Call()}");

    /// <summary>A page that asks for one press; the form posts to the page's own address.</summary>
    public string Ask(string title, string text, string button) => Page(
        title, $"<h1>{Html.Encode(title)}</h1>\n<p>{Html.Encode(text)}</p>\n<form method=\"post\"><button class=\"call\">{Html.Encode(button)}</button></form>\n");

    private static string Length(double seconds) => seconds < 1 ? "" :
        TimeSpan.FromSeconds(Math.Round(seconds)).ToString(@"m\:ss", CultureInfo.InvariantCulture) + " minutes &middot; ";

    private static string Transcript(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return paragraphs.Length == 0 ? "" :
            $"<details open><summary><h2>Read it instead</h2></summary>\n{string.Concat(paragraphs.Select(p => $"<p>{Html.Encode(p)}</p>\n"))}</details>\n";
    }

    private string Call()
    {
        var digits = string.Concat(company.Phone.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? "" : $"<p><a class=\"call\" href=\"tel:{digits}\">Call {Html.Encode(company.Phone)}</a></p>\n";
    }

    private string Page(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Html.Encode(title)} - {Html.Encode(company.Name)}</title>
        <style>{style}</style>
        </head>
        <body>
        <header><span>{Html.Encode(company.Name)}</span></header>
        <main>
        {body}</main>
        <footer>{Html.Encode(company.Name)}, {Html.Encode(company.PostalAddress)}{(company.Demo ? "<br>Sample: this page was made with made-up data." : "")}</footer>
        </body>
        </html>

        """;
}

using System.Net;
using HardE.Agents.Services;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Delivery;

/// <summary>What the mail to a homeowner is made of.</summary>
/// <param name="Id">Message-ID without brackets; the same is sent once.</param>
/// <param name="To">The address in the customer's record.</param>
/// <param name="FullName">As the record has it.</param>
/// <param name="FirstName">Who is greeted.</param>
/// <param name="Work">The work in plain words: <c>roof replacement</c>; empty when unknown.</param>
/// <param name="Film">The page with the player.</param>
/// <param name="Length">Of the film.</param>
/// <param name="Run">Our run.</param>
public sealed record ClientEmailParts(
    string Id, string To, string FullName, string FirstName, string Work, Uri Film, TimeSpan Length, string Run)
{
    /// <summary>Who comes; null when nobody is assigned yet.</summary>
    public string? Rep { get; init; }
    public bool SayMadeByAi { get; init; } = true;

    /// <summary>Where one click ends these mails; needs no login.</summary>
    public required Uri Unsubscribe { get; init; }
}

/// <summary>Writes the short, warm mail that brings a primer video to a homeowner: text and HTML alike, no remote pictures.</summary>
public static class ClientEmail
{
    public static OutgoingMail Write(ClientEmailParts parts, CompanyOptions company)
    {
        var about = parts.Work.Length > 0 ? $"your {parts.Work}" : "our visit";
        var minutes = parts.Length.TotalSeconds < 75 ? "about a minute" : $"about {Math.Round(parts.Length.TotalMinutes):0} minutes";
        var sender = parts.Rep is { Length: > 0 } rep ? $"{rep}, {company.Name}" : $"The team at {company.Name}";
        string[] lines =
        [
            $"Hi {parts.FirstName},",
            $"thank you for asking {company.Name} about {about}. We made a short video for you, {minutes} long: what will happen when we come, and what to look for in any contractor's proposal.",
        ];
        string[] after =
        [
            "There is nothing to prepare for it and nothing to decide. If you share the house with someone, watch it together.",
            company.Phone.Length > 0 ? $"Questions? Call us at {company.Phone}, or just answer this mail." : "Questions? Just answer this mail.",
        ];
        string[] foot =
        [
            parts.SayMadeByAi ? "This video was put together for you with the help of our AI assistant." : "",
            $"{company.Name}, {company.PostalAddress}",
            "You get this one mail because you asked us for a visit. If you would rather have no more mail from us, answer with the word STOP, or open this link:",
        ];
        return new OutgoingMail(parts.Id, parts.To, $"{parts.FirstName}, a short video before we meet", Text(lines, after, foot, parts, sender))
        {
            ToName = parts.FullName,
            Unsubscribe = parts.Unsubscribe,
            Html = Html(lines, after, foot, parts, sender, company.Color),
            Run = parts.Run,
        };
    }

    private static string Text(string[] lines, string[] after, string[] foot, ClientEmailParts parts, string sender) => string.Join(
        "\n\n",
        [.. lines, $"Watch it here:\n{parts.Film.AbsoluteUri}", .. after, $"See you soon,\n{sender}", "--", .. foot.Where(f => f.Length > 0)]) + $"\n{parts.Unsubscribe.AbsoluteUri}\n";

    private static string Html(string[] lines, string[] after, string[] foot, ClientEmailParts parts, string sender, string color)
    {
        static string E(string text) => WebUtility.HtmlEncode(text);
        static string P(string text) => $"<p style=\"margin:0 0 16px\">{E(text)}</p>";
        var small = string.Concat(foot.Where(f => f.Length > 0).Select(f => $"<p style=\"margin:0 0 6px\">{E(f)}</p>"));
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
            <body style="margin:0;padding:24px 16px;background:#ffffff;color:#1f2933;font:16px/1.5 Arial,Helvetica,sans-serif">
            <div style="max-width:520px;margin:0 auto">
            {string.Concat(lines.Select(P))}
            <p style="margin:0 0 24px"><a href="{E(parts.Film.AbsoluteUri)}" style="display:inline-block;padding:12px 22px;background:{E(color)};color:#ffffff;text-decoration:none;border-radius:6px;font-weight:bold">Watch your video</a></p>
            {string.Concat(after.Select(P))}
            <p style="margin:0 0 24px">See you soon,<br>{E(sender)}</p>
            <div style="border-top:1px solid #d9dee3;padding-top:12px;font-size:13px;color:#52606d">{small}<p style="margin:0 0 6px"><a href="{E(parts.Unsubscribe.AbsoluteUri)}" style="color:#52606d">No more mail from us</a></p></div>
            </div></body></html>
            """;
    }
}

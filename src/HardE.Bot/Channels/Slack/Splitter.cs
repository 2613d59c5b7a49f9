namespace HardE.Bot.Channels.Slack;

/// <summary>Cuts mrkdwn to Slack's sizes: between paragraphs, else lines, else sentences, else words.</summary>
internal static class Splitter
{
    private const string Fence = "```";
    private static readonly string[] Seams = ["\n\n", "\n", ". ", " "];

    /// <returns>The pieces, each at most <paramref name="most"/> UTF-16 units; none for empty text.</returns>
    public static IReadOnlyList<string> Split(string text, int most)
    {
        var pieces = new List<string>();
        var rest = text.Trim('\n');
        while (rest.Length > most)
        {
            var at = SeamBefore(rest, most - Fence.Length - 1);
            var piece = rest[..at].TrimEnd();
            rest = rest[at..].TrimStart('\n', ' ');
            if (IsOpen(piece))
            {
                piece += "\n" + Fence;
                rest = Fence + "\n" + rest;
            }

            pieces.Add(piece);
        }

        if (rest.Trim().Length > 0)
        {
            pieces.Add(rest);
        }

        return pieces;
    }

    /// <summary>Cuts off what is too much and says so with three dots.</summary>
    public static string Clip(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var piece = text[..Whole(text, most - Fence.Length - 3)].TrimEnd();
        return IsOpen(piece) ? $"{piece}…\n{Fence}" : piece + "…";
    }

    private static int SeamBefore(string text, int most)
    {
        foreach (var seam in Seams)
        {
            var at = text.LastIndexOf(seam, most - 1, StringComparison.Ordinal);
            if (at > most / 3)
            {
                return Whole(text, at + seam.Length);
            }
        }

        return Whole(text, most);
    }

    /// <summary>The last place at or before <paramref name="at"/> that halves no character, entity or link.</summary>
    private static int Whole(string text, int at)
    {
        at = Math.Clamp(at, 1, text.Length);
        var open = text.LastIndexOf('<', at - 1);
        if (open > 0 && text.IndexOf('>', open) is var close && close >= at)
        {
            at = open;
        }

        var entity = text.LastIndexOf('&', at - 1, Math.Min(at, 6));
        if (entity > 0 && text.IndexOf(';', entity) is var end && end >= at && end - entity < 6)
        {
            at = entity;
        }

        return at > 1 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static bool IsOpen(string text)
    {
        var count = 0;
        for (var at = text.IndexOf(Fence, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count % 2 == 1;
    }
}

using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Teams.Cards;

/// <summary>
/// Draws the parts of a reply as cards: as few as hold them, none over the size limit. The reply's text is not
/// repeated, it goes out as a message of its own.
/// </summary>
internal static class CardDrawing
{
    private const int MostCards = 5;
    private const int LongestFallback = 200;

    /// <param name="chosen">Token of the button that was pressed: the card is drawn as used, without its buttons.</param>
    /// <returns>Empty for a reply without parts.</returns>
    public static IReadOnlyList<AdaptiveCard> Draw(TurnReply reply, string? chosen = null)
    {
        var pieces = reply.Parts.SelectMany(p => PartDrawing.Draw(p, chosen)).Select(e => (Element: e, Length: CardSize.Of(e))).ToList();
        var fallback = Fallback(reply);
        var cards = new List<AdaptiveCard>();
        var body = new List<CardElement>();
        var room = CardSize.Room;
        foreach (var (element, length) in pieces)
        {
            if (length > room && body.Count > 0)
            {
                cards.Add(new AdaptiveCard(fallback, body));
                (body, room) = ([], CardSize.Room);
            }

            body.Add(element);
            room -= length;
        }

        if (body.Count > 0)
        {
            cards.Add(new AdaptiveCard(fallback, body));
        }

        return cards.Count <= MostCards ? cards : Shortened(cards, fallback);
    }

    /// <summary>True when one of the parts can be pressed.</summary>
    public static bool CanBePressed(TurnReply reply) =>
        reply.Parts.Any(p => p is ButtonsPart { Buttons.Count: > 0 } or ReceiptPart { UndoToken: not null });

    /// <summary>Says what is not shown; buttons stay reachable, they are always last.</summary>
    private static IReadOnlyList<AdaptiveCard> Shortened(List<AdaptiveCard> cards, string fallback)
    {
        var left = new TextBlock($"{cards.Count - MostCards} more cards would follow. Ask for a narrower search to see the rest.");
        return [.. cards.Take(MostCards - 1), new AdaptiveCard(fallback, [left]), cards[^1]];
    }

    private static string Fallback(TurnReply reply)
    {
        var text = CardText.Clip(reply.Text.Trim(), LongestFallback);
        return text.Length > 0 ? text : "Hard-E sent a card that this client cannot show.";
    }
}

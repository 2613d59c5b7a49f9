using System.Text.RegularExpressions;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>What Slack adds under an answer: a way to edit, a way to see what a shared room hides, and the thumbs.</summary>
internal static partial class SlackExtras
{
    /// <summary>Action id of the button that repeats an answer where only one person sees it.</summary>
    public const string Privately = "privately";

    private const int WorthAVote = 280;

    public static IReadOnlyList<Block> Of(OutgoingMessage message)
    {
        var (reply, blocks) = (message.Reply, new List<Block>());
        var buttons = new List<Button>();
        if (reply.Agent == SlackForms.NewCustomerAgent && reply.Parts.Any(p => p is FactsPart))
        {
            buttons.Add(Button.Do($"{SlackPresses.Form}{SlackForms.NewCustomer}", "Edit", message.Id));
        }

        if (!SlackResponses.IsPrivate(message.To) && !message.To.Place.StartsWith('D') && HidesSomething(reply))
        {
            buttons.Add(Button.Do(Privately, "Show me in private", message.Id));
        }

        if (buttons.Count > 0)
        {
            blocks.Add(new ActionsBlock(buttons));
        }

        if (IsAnswer(reply) && message.Id.Length <= 200)
        {
            blocks.Add(new FeedbackBlock(message.Id));
        }

        return blocks;
    }

    /// <summary>Whether something is masked; only answers for shared rooms hold such marks.</summary>
    public static bool HidesSomething(TurnReply reply) => Mask().IsMatch(TurnJson.Write(reply));

    /// <summary>An answer that rests on sources or is long enough to be judged; no question, no card that lives on.</summary>
    private static bool IsAnswer(TurnReply reply) =>
        reply.Slot is null && !reply.Parts.Any(p => p is ButtonsPart or ProgressPart or ReceiptPart)
        && (reply.Parts.Any(p => p is CitationsPart) || reply.Text.Length >= WorthAVote);

    [GeneratedRegex(@"\*{3}-\d|\w\*{3}@|\(hidden in this room\)", RegexOptions.CultureInvariant)]
    private static partial Regex Mask();
}

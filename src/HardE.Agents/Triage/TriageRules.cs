using System.Globalization;
using HardE.Agents.Roster;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Triage;

/// <summary>
/// Who should answer: sure forms first, then small talk, then the classifier weighed by the conversation. What stays
/// open is left to the model, or asked back.
/// </summary>
internal sealed class TriageRules(
    AgentRoster roster, Lazy<UtteranceClassifier> classifier, HelpTexts help, IOptions<TriageOptions> options) : IAgentRules
{
    private readonly SureRules sure = new(roster);
    private readonly FollowUps followUps = new(roster);

    public string Agent => roster.Entry.Id;

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(Decide(turn));

    private Decision Decide(TurnContext turn)
    {
        var role = turn.Speaker.Role;
        if (turn.Text.Length > options.Value.MaxLength)
        {
            var length = turn.Text.Length.ToString("N0", CultureInfo.InvariantCulture);
            return Say($"That message has {length} characters, which is more than I read at once. Please send the part that counts, or one piece at a time.");
        }

        var said = new Utterance(turn.Text);
        if (!said.SaysSomething)
        {
            return Say(help.With(said.Folded.Length == 0 ? "I got a message without words." : "I read words best.", role));
        }

        if (sure.Find(said) is { } meant)
        {
            return new Decision.HandOver(meant);
        }

        return SmallTalk.Of(said) is not TalkKind.None and var talk ? Say(Answer(talk, turn)) : ByClassifier(turn, said);
    }

    private Decision ByClassifier(TurnContext turn, Utterance said)
    {
        var last = followUps.LastAgent(turn);
        var guesses = FollowUps.Weigh(classifier.Value.Classify(said), said, last, Declined(turn, last));
        var sure = guesses[0].Share - guesses[1].Share >= options.Value.Margin;
        return sure && guesses[0].Label != Agent
            ? new Decision.HandOver(guesses[0].Label)
            : new Decision.Unsure(help.Choose(guesses.Where(g => g.Share > 0.02f).Select(g => g.Label), turn.Speaker.Role));
    }

    // A sticky agent holds the floor while its state lives; that triage is asked at all means that it passed this one on.
    private string? Declined(TurnContext turn, string? last) =>
        last is not null && roster[last] is { Sticky: true, State: { } state } && turn.State.Has(turn.Mine(state)) ? last : null;

    private string Answer(TalkKind talk, TurnContext turn)
    {
        var role = turn.Speaker.Role;
        return talk switch
        {
            TalkKind.Greeting when turn.History.Count == 0 => help.With(
                $"Hello {turn.Speaker.Name}, I am Hard-E. I find and update customers, take in new ones, price work, write and speak scripts, and answer from our own knowledge and calls.", role),
            TalkKind.Greeting => help.With($"Hello {turn.Speaker.Name}. What can I do for you?", role),
            TalkKind.Help => help.With("Tell me what you need in your own words. I hand it to the right specialist.", role),
            TalkKind.AboutMe => help.With("I am Hard-E, a program, not a person. I work for the sales team, and a person decides before I change anything.", role),
            TalkKind.Thanks => "You're welcome.",
            TalkKind.NotForMe => "No problem, I did nothing with it.",
            _ => "All right. I am here when you need me.",
        };
    }

    private Decision.Reply Say(string text) => new(new TurnReply(Agent, text));
}

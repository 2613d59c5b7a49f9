using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>
/// The scripting agent without a model. With a script open it takes clear orders about it and new wishes; everything
/// else goes back to triage, and the script stays where it is.
/// </summary>
internal sealed partial class ScriptingRules : IAgentRules
{
    private const string PrimerTool = "write_primer_script";
    private const string StandardTool = "write_standard_script";
    private const string ReviseTool = "revise_script";
    private const string ReadTool = "read_aloud";
    private const string VideoTool = "start_primer_video";
    private const string DecideTool = "decide_primer_video";

    private static readonly Decision Ask = new Decision.Unsure(
        "Which script shall I write: a primer for a homeowner, the in-home visit, a follow-up call, a voicemail or a referral request? And for whom?");

    public string Agent => "scripting_agent";

    public bool Takes(StandingOrder order) => order is StandingOrder.StartOver or StandingOrder.Undo;

    public ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct) => ValueTask.FromResult(Decide(turn));

    private Decision Decide(TurnContext turn)
    {
        if (turn.Steps.LastOrDefault(s => s.Call.Tool is PrimerTool or StandardTool or ReviseTool or ReadTool or VideoTool or DecideTool) is { } last)
        {
            return After(turn, last);
        }

        var draft = turn.State.Get<ScriptDraft>(turn.Mine(ScriptDraft.State));
        if (turn.Request.Press is { } press)
        {
            return Pressed(press, draft);
        }

        if (VideoDecision.Read(turn.Text) is { } decided)
        {
            return Decision.Tool(DecideTool, new { decision = decided.Decision, run = decided.Run, customer = decided.Customer });
        }

        if (draft?.Waiting is { } waiting && Answer(turn.Text, draft, waiting) is { } answer)
        {
            return answer;
        }

        if (ScriptRequests.Video(turn.Text) is { } video)
        {
            var open = draft?.Current?.Primer is null ? null : draft.For;
            return Decision.Tool(VideoTool, new { customer = video.Customer ?? open?.Split(',')[0], job = video.Job, trade = video.Trade, hold = video.Hold });
        }

        if (draft?.Current is not null && ScriptOrders.Find(turn.Text) is { Count: > 0 } orders)
        {
            return new Decision.Call([.. orders.Select(Call)]);
        }

        if (ScriptRequests.Find(turn.Text, mustBeClear: draft is not null) is { } request)
        {
            return Write(request);
        }

        if (draft is { Current: null } && ScriptOrders.Find(turn.Text).Count > 0)
        {
            return new Decision.Unsure("There is no script yet. Tell me for whom it shall be: a name, phone or street, or say \"write it anyway\".");
        }

        if (draft is null)
        {
            return ScriptOrders.Find(turn.Text).Any(o => o.Action == ScriptOrders.Read) ? Decision.Tool(ReadTool, new { text = (string?)null }) : Ask;
        }

        return AboutScript().IsMatch(turn.Text) && !ScriptRequests.IsQuestion(turn.Text)
            ? new Decision.Unsure("I can make it shorter or warmer, swap the opener, replace or remove words, undo, or read it aloud. What shall I change?")
            : new Decision.HandOver("triage_agent");
    }

    /// <summary>A script that was asked for with sound is read aloud next; everything else is the answer.</summary>
    private Decision After(TurnContext turn, ToolStep last)
    {
        var written = turn.Steps.LastOrDefault(s => s.Call.Tool is PrimerTool or StandardTool && s.Result.Outcome == ToolOutcome.Done);
        if (last == written && ScriptOrders.WantsSound(turn.Text))
        {
            return Decision.Tool(ReadTool, new { text = (string?)null });
        }

        var told = last.Result;
        var text = told.Next is { } next && told.Outcome != ToolOutcome.Done ? $"{told.Summary} {next}" : told.Summary;
        if (last.Call.Tool == ReadTool && written is not null)
        {
            text = $"{written.Result.Summary}\n\n{text}";
        }

        return Decision.Say(new TurnReply(Agent, text) { Parts = told.Parts });
    }

    private static Decision Pressed(string press, ScriptDraft? draft) =>
        draft?.Waiting is { } waiting && press.StartsWith(ScriptReply.CustomerToken, StringComparison.Ordinal)
            ? Write(waiting, id: press[ScriptReply.CustomerToken.Length..])
            : new Decision.Unsure("That button belongs to a question that is no longer open. Which script shall I write?");

    /// <summary>An answer to "which customer?"; null when the message is something else.</summary>
    private static Decision? Answer(string text, ScriptDraft draft, ScriptRequest waiting)
    {
        var said = text.Trim().TrimEnd('.', '!');
        if (int.TryParse(said, out var number) && draft.Choices.ElementAtOrDefault(number - 1) is { } chosen)
        {
            return Write(waiting, id: chosen);
        }

        if (Anyway().IsMatch(said) && waiting.Customer is not null)
        {
            return Write(waiting, anyway: true);
        }

        if (ScriptOrders.Find(said) is [{ Action: "drop" }])
        {
            return new Decision.Call([Call(new ScriptOrder("drop"))]);
        }

        return NameAlone().IsMatch(said) ? Write(waiting with { Customer = ScriptRequests.Customer($"for {said}") ?? said }) : null;
    }

    private static Decision Write(ScriptRequest request, string? id = null, bool anyway = false) =>
        request.Kind == ScriptRequest.Primer
            ? Decision.Tool(PrimerTool, new
            {
                customer = request.Customer,
                customer_id = id,
                trades = request.Trades,
                description = request.Words,
                without_record = anyway,
            })
            : Decision.Tool(StandardTool, new
            {
                kind = request.Kind,
                customer = request.Customer,
                customer_id = id,
                trades = request.Trades,
                description = request.Words,
                variants = request.Variants,
            });

    private static ToolCall Call(ScriptOrder order) => order.Action == ScriptOrders.Read
        ? ToolCall.Of(ReadTool, new { text = (string?)null })
        : ToolCall.Of(ReviseTool, new { action = order.Action, find = order.Find, with = order.With });

    [GeneratedRegex(@"^(write it anyway|anyway|go on without|without (a|the) record|use what i (said|told you))", RegexOptions.IgnoreCase)]
    private static partial Regex Anyway();

    [GeneratedRegex(@"^(?:(?:for|it's|the one (?:in|for)|i mean)\s+)?(?:\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,3}|[\d() +.-]{7,20}|\d{4}-\d{2,4}-\d{1,3})$")]
    private static partial Regex NameAlone();

    [GeneratedRegex(@"\b(script|primer|opener|opening line|paragraph|(price|greeting|warm-up|close|closing|agenda) step|step (one|two|three|\d+))\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutScript();
}

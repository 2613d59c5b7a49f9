using HardE.Agents.Turns;

namespace HardE.Jobs.Primer;

/// <summary>What the asker reads, in each of the doors.</summary>
internal static class PrimerWords
{
    /// <summary>The agent that speaks about films.</summary>
    public const string Agent = "scripting_agent";

    public static string Accepted(PrimerRun run, bool isNew) => (isNew, run.State) switch
    {
        (_, PrimerState.Asking) => run.Reason ?? "I need to know who the video is for.",
        (true, _) => $"I'm making the primer video for {run.CustomerName}. {(run.Hold ? "You get it first; nothing goes to the homeowner before your yes." : "You get the link here when it is ready.")}",
        (false, PrimerState.Done) => $"The primer video for {run.CustomerName} was made less than an hour ago: {run.Work.Delivered?.Page}",
        (false, PrimerState.Held) => $"The primer video for {run.CustomerName} is ready and waits for a yes: {run.Work.Delivered?.Page}",
        _ => $"The primer video for {run.CustomerName} is being made already. You get the link here when it is ready.",
    };

    public static string Done(PrimerRun run)
    {
        var words = $"The primer video for {run.CustomerName} is ready: {run.Work.Delivered?.Page}\n\n"
            + (run.Work.NoClientMail is { } why ? $"The homeowner was not mailed: {why}" : $"The link was mailed to {run.Work.Customer?.FirstName}.");
        return run.Work.EmbeddedVoice ? words + "\n\nThe narration is this machine's own synthetic voice." : words;
    }

    public static string Held(PrimerRun run) =>
        $"The primer video for {run.CustomerName} is ready for you to watch: {run.Work.Delivered?.Page}\n\n"
        + $"{run.Reason} Nothing has gone to the homeowner. Answer \"send the video\" to let it go, or \"cancel the video\".";

    public static string Question(PrimerRun run) => run.Work.Choices.Count == 0
        ? run.Reason ?? ""
        : $"{run.Reason}\n\n{string.Join("\n", run.Work.Choices.Select(c => $"- {c.Words}"))}\n\nAnswer with the name or the job number.";

    public static string Ended(PrimerRun run) => run.EndsAs == PrimerState.Cancelled
        ? $"The primer video for {run.CustomerName} was cancelled by {run.CancelledBy}. Nothing was sent to the homeowner after that."
        : $"The primer video for {run.CustomerName} could not be made. {run.Reason} Reference: {Reference(run)}.";

    /// <summary>Short enough to be read out on the phone.</summary>
    public static string Reference(PrimerRun run) => run.Id.Length > 8 ? run.Id[^8..] : run.Id;

    /// <summary>The choices as buttons: a press says the words of the order.</summary>
    public static IReadOnlyList<ReplyPart> Buttons(PrimerRun run)
    {
        var buttons = run.Work.Choices.Where(c => c.JobNumber is not null)
            .Select(c => new ReplyButton(Short(c.Words), $"say:Produce the primer video for job {c.JobNumber}")).ToList();
        return buttons.Count == 0 ? [] : [new ButtonsPart(buttons)];
    }

    private static string Short(string words) => words.Length <= 75 ? words : words[..74] + "…";
}

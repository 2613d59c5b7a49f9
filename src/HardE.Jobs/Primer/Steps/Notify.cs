namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 9: note in the CRM, mail to the homeowner, answer to the asker, card. Each has its own key and happens once.</summary>
internal sealed class Notify(ClientMailPolicy policy, JobNote note, HomeownerMail mail, PrimerAnswers answers) : IPrimerStep
{
    public string Name => "notify";

    public string InputOf(PrimerRun run) => run.Work.Delivered?.MediaId ?? "";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var sent = await mail.WasSentAsync(run, ct);
        var (address, why) = sent ? (null, null) : await policy.AskAsync(run, ct);
        var mailed = sent || (address is not null && await mail.SendAsync(run, address, ct));
        var told = run with { Work = run.Work with { NoClientMail = mailed ? null : why ?? "The mail may or may not have gone out; please look into the mailbox." } };
        var noted = await note.AddAsync(told, ct);
        var words = noted ? PrimerWords.Done(told) : $"{PrimerWords.Done(told)}\n\nThe note in the CRM could not be confirmed; please look at the job.";
        await answers.TellAsync(told, "done", words, [], ct);
        return new StepResult.Done(told, mailed ? "mailed" : "not mailed");
    }
}

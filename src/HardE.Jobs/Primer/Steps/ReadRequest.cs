namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 1: what was asked for. The door has read the words; here they become the run's own, and what is missing is asked.</summary>
internal sealed class ReadRequest : IPrimerStep
{
    private const int LongestName = 120;

    public string Name => "read_request";

    public string InputOf(PrimerRun run) => $"{run.Order}";

    public Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var order = run.Order with
        {
            Customer = Tidy(run.Order.Customer),
            Job = Tidy(run.Order.Job),
            Recipient = run.Order.Recipient?.ToLowerInvariant(),
        };
        StepResult result = order.Customer is null && order.Job is null
            ? new StepResult.Ask(run, "Which customer is the video for? A name or a job number is enough.")
            : new StepResult.Done(run with { Order = order }, order.Job is { } job ? $"job {job}" : "a customer's name");
        return Task.FromResult(result);
    }

    private static string? Tidy(string? words)
    {
        var clean = new string([.. (words ?? "").Where(c => !char.IsControl(c))]).Trim();
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, LongestName)];
    }
}

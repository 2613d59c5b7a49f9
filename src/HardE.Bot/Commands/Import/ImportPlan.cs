namespace HardE.Bot.Commands.Import;

/// <summary>What an import would do. With a problem it does nothing.</summary>
/// <param name="Summary">What was found, in one sentence.</param>
/// <param name="ApplyAsync">Does it and says what was done.</param>
internal sealed record ImportPlan(string Summary, Func<CancellationToken, Task<string>> ApplyAsync)
{
    /// <summary>Rows that a preview shows.</summary>
    public const int FirstRows = 5;

    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The first rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>Good to know; stops nothing.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What is wrong, with file and line.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>A plan that cannot be followed.</summary>
    public static ImportPlan Refused(params string[] problems) =>
        new("", _ => throw new InvalidOperationException("This import was refused.")) { Problems = problems };
}

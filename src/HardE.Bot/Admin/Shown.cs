using System.Globalization;
using HardE.Agents.Services;
using HardE.Jobs.Primer;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin;

/// <summary>Times, durations and states as people read them on the pages.</summary>
internal sealed class Shown(IOptions<CompanyOptions> company, TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private readonly TimeZoneInfo zone = company.Value.Zone;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>In the company's time zone.</summary>
    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("MMM d, HH:mm:ss", English);

    /// <summary>For a machine.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>As fields and addresses write a day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As addresses write a month.</summary>
    public static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public string Ago(DateTimeOffset at) => (Now - at) switch
    {
        { TotalSeconds: < 0 } ahead => $"in {Span(-ahead)}",
        { TotalSeconds: < 10 } => "just now",
        var ago => $"{Span(ago)} ago",
    };

    /// <summary>One or two parts: <c>4 s</c>, <c>2 min 5 s</c>, <c>3 days</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => span.TotalSeconds.ToString("0.0 's'", CultureInfo.InvariantCulture),
        { TotalSeconds: < 60 } => span.TotalSeconds.ToString("0 's'", CultureInfo.InvariantCulture),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min{(span.Seconds > 0 ? $" {span.Seconds} s" : "")}"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h{(span.Minutes > 0 ? $" {span.Minutes} min" : "")}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} days"),
    };

    /// <summary>An unknown price is unknown, never 0.</summary>
    public static string Cost(decimal? dollars) => dollars is { } known ? known.ToString("'$'0.00##", CultureInfo.InvariantCulture) : "unknown";

    public static string Step(string name) => name.Replace('_', ' ');

    public static string Count(long count) => count.ToString("N0", English);

    /// <summary>In the words of the business.</summary>
    public static string State(PrimerState state) => state switch
    {
        PrimerState.Retrying => "tries again",
        PrimerState.Asking => "waits for an answer",
        PrimerState.Held => "waits for a yes",
        PrimerState.Ending => "is ending",
        PrimerState.Merged => "part of another",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>Name of the colour; the words beside it say the same.</summary>
    public static string Sign(PrimerState state) => state switch
    {
        PrimerState.Asking or PrimerState.Held or PrimerState.Retrying => "wait",
        PrimerState.Done => "done",
        PrimerState.Failed => "failed",
        PrimerState.Running or PrimerState.Queued or PrimerState.Ending => "running",
        _ => "",
    };
}

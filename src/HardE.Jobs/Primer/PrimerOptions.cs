using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Primer;

/// <summary>How primer videos are made. Section <c>Primer</c>.</summary>
public sealed class PrimerOptions
{
    /// <summary>Longest script in sentences; 0 speaks all. A few sentences make a film of seconds, for trials.</summary>
    [Range(0, 200)] public int MaxSentences { get; init; }

    /// <summary>Requests for one customer and job within this time are one run.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")] public TimeSpan SameRunWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A run that is not done by then is given up; time spent waiting for a person does not count.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")] public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>First pause before a step is tried again; each further one is twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")] public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    [Range(typeof(TimeSpan), "00:00:00.1", "06:00:00")] public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries of one step before the run is given up.</summary>
    [Range(1, 50)] public int Tries { get; init; } = 6;

    /// <summary>A node keeps a run for this long after its last sign of life.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often lost triggers are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first films of a company are held until a person has seen them; 0 holds none.</summary>
    [Range(0, 1000)] public int HoldFirst { get; init; }

    /// <summary>Mail, film and its last sentence say that it was made by software.</summary>
    public bool SayMadeByAi { get; init; } = true;
}

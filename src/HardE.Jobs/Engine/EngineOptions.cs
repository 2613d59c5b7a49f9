using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Engine;

/// <summary>How eagerly this node works on jobs. Section <c>Engine</c>.</summary>
public sealed class EngineOptions
{
    /// <summary>Jobs at once on this node; encoding itself is limited further by the video settings.</summary>
    [Range(1, 64)] public int Threads { get; init; } = 4;

    /// <summary>After how long a job stored by another node is seen at the latest; Quartz takes nothing under a second.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan IdlePoll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Nodes report this often; a node silent for this and <see cref="CheckInMisfire"/> is taken for dead.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(2);
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan CheckInMisfire { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A trigger this late is handled by its misfire rule.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan Misfire { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Pause before the database is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")] public TimeSpan DatabaseRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long running jobs may take to put their work down when the program stops.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan StopWait { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>Whether this node runs jobs, or only stores them for others.</summary>
internal sealed record EngineRole(bool Works);

namespace HardE.Agents.Roster;

/// <summary>Rule 11, second half: the steps of the primer video are the known ten or some of them, in order.</summary>
internal static class PipelineChecks
{
    /// <summary>The one pipeline this program has.</summary>
    private const string PrimerVideo = "primer_video";

    private const string CleanUp = "clean_up";

    /// <summary>Its steps, in the only order that works.</summary>
    public static readonly IReadOnlyList<string> PrimerSteps =
    [
        "read_request", "find_customer", "write_script", "speak", "enhance_voice",
        "upload", "assemble", "deliver", "notify", CleanUp,
    ];

    public static void Run(ConfigReport report)
    {
        foreach (var (name, pipeline) in report.Config.Pipelines)
        {
            var path = $"pipelines.{name}";
            report.Knows(path, "pipeline", name, [PrimerVideo]);
            Steps(report, path, pipeline);
            if (pipeline.Voice is { } voice)
            {
                report.Knows($"{path}.voice", "voice", voice, [.. report.Config.Voices.Keys]);
            }

            if (pipeline.PollSeconds < 1 || pipeline.DeadlineMinutes < 1)
            {
                report.Error(path, "poll_s and deadline_min are at least 1");
            }
        }
    }

    private static void Steps(ConfigReport report, string path, PipelineEntry pipeline)
    {
        var last = -1;
        foreach (var (name, step) in pipeline.Steps)
        {
            var at = $"{path}.steps.{name}";
            if (!report.Knows(at, "step", name, [.. PrimerSteps]))
            {
                continue;
            }

            var place = PrimerSteps.ToList().IndexOf(name);
            if (place < last)
            {
                report.Error(at, $"'{name}' comes before '{PrimerSteps[last]}'", $"the order is {string.Join(", ", PrimerSteps)}");
            }

            last = Math.Max(last, place);
            if (step.Retries is < 0 or > 20 || step.TimeoutMinutes < 1)
            {
                report.Error(at, "retries go from 0 to 20, timeout_min from 1");
            }
        }

        if (!pipeline.Steps.TryGetValue(CleanUp, out var cleanUp) || !cleanUp.Always)
        {
            report.Error($"{path}.steps", $"'{CleanUp}: {{ always: true }}' must be among the steps");
        }
    }
}

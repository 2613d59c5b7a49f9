namespace HardE.Agents.Roster;

/// <summary>Rule 9: limits are positive and fit inside each other.</summary>
internal static class LimitChecks
{
    public static void Run(ConfigReport report)
    {
        Positive(report);
        var limits = report.Config.Limits;
        if (limits.Run.Usd > limits.User.UsdPerDay)
        {
            report.Error("limits.run.usd", "one run may cost more than a person may spend in a day");
        }

        if (limits.User.UsdPerDay > limits.Tenant.UsdPerMonth)
        {
            report.Error("limits.user.usd_per_day", "a person may spend more in a day than the company in a month");
        }

        if (limits.Tenant.WarnAt is <= 0 or > 1)
        {
            report.Error("limits.tenant.warn_at", "is a share from 0 to 1");
        }

        foreach (var (name, tool) in report.Config.Tools)
        {
            if (tool.TimeoutSeconds > limits.Run.Minutes * 60)
            {
                report.Error($"tools.{name}.timeout_s", "is longer than a whole run may take", $"limits.run.minutes is {limits.Run.Minutes}");
            }
        }

        Models(report);
        if (report.Config.Privacy.KeepRunsDays < 1)
        {
            report.Error("privacy.keep_runs_days", "must be at least 1");
        }
    }

    private static void Positive(ConfigReport report)
    {
        var limits = report.Config.Limits;
        var numbers = new (string Path, decimal Value)[]
        {
            ("defaults.max_turns", report.Config.Defaults.MaxTurns),
            ("limits.run.model_calls", limits.Run.ModelCalls), ("limits.run.tool_calls", limits.Run.ToolCalls),
            ("limits.run.handoffs", limits.Run.Handoffs), ("limits.run.usd", limits.Run.Usd),
            ("limits.run.minutes", limits.Run.Minutes), ("limits.run.parallel_tools", limits.Run.ParallelTools),
            ("limits.run.tool_result_kb", limits.Run.ToolResultKb), ("limits.user.usd_per_day", limits.User.UsdPerDay),
            ("limits.user.runs_per_minute", limits.User.RunsPerMinute), ("limits.tenant.usd_per_month", limits.Tenant.UsdPerMonth),
        };
        foreach (var (path, _) in numbers.Where(n => n.Value <= 0))
        {
            report.Error(path, "must be more than zero");
        }
    }

    private static void Models(ConfigReport report)
    {
        foreach (var (name, model) in report.Config.Models)
        {
            if (model.MaxOutput <= 0 || model.MaxOutput >= model.Context)
            {
                report.Error($"models.{name}.max_output", $"{model.MaxOutput} must be more than zero and less than the context ({model.Context})");
            }
        }

        foreach (var (name, provider) in report.Config.Providers)
        {
            if (provider.TimeoutSeconds <= 0 || provider.DeadlineSeconds < provider.TimeoutSeconds)
            {
                report.Error($"providers.{name}.timeout_s", "must be more than zero and at most deadline_s");
            }

            if (provider.Retries is < 0 or > 10 || provider.Concurrency < 1)
            {
                report.Error($"providers.{name}", "retries go from 0 to 10, concurrency from 1");
            }
        }
    }
}

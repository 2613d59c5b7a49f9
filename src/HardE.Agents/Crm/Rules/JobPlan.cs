using System.Text.Json.Nodes;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>Changes to a job: find the one that is meant, then prepare the change.</summary>
internal static class JobPlan
{
    public static Decision Next(CrmSteps steps, CrmAsk ask) => steps.ResultOf("find_jobs") is { } found
        ? Found(steps, ask, found)
        : Find(steps, ask);

    /// <summary>The call that finds the job of a reference; null when nothing says which.</summary>
    public static JsonObject? Query(CrmSteps steps, Reference record)
    {
        var focus = steps.Focus;
        var last = record.IsEmpty || record.Pronoun;
        var arguments = new JsonObject();
        if (record.Job is { } job)
        {
            arguments["job_number"] = job;
        }
        else if (last && focus?.JobNumber is { } number && record.Trade is null)
        {
            arguments["job_number"] = number;
        }
        else if ((record.CustomerId ?? (last ? focus?.CustomerId : null)) is { } customer)
        {
            arguments["customer_id"] = customer;
        }
        else if (record.Name is { } name)
        {
            arguments["reference"] = record.City is { } city ? $"{name} {city}" : name;
        }
        else
        {
            return null;
        }

        if (record.Trade is { } trade && !arguments.ContainsKey("job_number"))
        {
            arguments["trade"] = trade;
        }

        return arguments;
    }

    private static Decision Find(CrmSteps steps, CrmAsk ask) => Query(steps, ask.Record) is { } query
        ? Decision.Tool("find_jobs", query)
        : steps.Ask("Which job do you mean? The customer's name or the job number will do.", new OpenQuestion(OpenKind.Job, ask));

    private static Decision Found(CrmSteps steps, CrmAsk ask, ToolResult found)
    {
        if (found.Outcome == ToolOutcome.NeedsInput && found.DataAs<CustomerSearchData>() is { } customers)
        {
            return steps.Ask(found.Summary, new OpenQuestion(OpenKind.Customer, ask) { Options = [.. customers.Customers.Select(OpenQuestion.Of)] }, [.. found.Parts]);
        }

        if (found.Outcome != ToolOutcome.Done || found.DataAs<JobsData>() is not { } data || data.Jobs.Count == 0)
        {
            return steps.Reply(found);
        }

        return data.Job is { } one ? Change(steps, ask, one) : Which(steps, ask, data.Jobs);
    }

    /// <summary>Several jobs can be meant: a choice with town, trade and stage.</summary>
    public static Decision Which(CrmSteps steps, CrmAsk ask, IReadOnlyList<JobRow> jobs)
    {
        var some = jobs.Take(CrmAnswer.MostChoices).ToList();
        var same = some.Select(j => j.CustomerId).Distinct().Count() == 1;
        var names = Words.Or(some.Select(j => same
            ? $"{j.Number} ({Words.TradeList(j.Trades)}, {j.Stage})"
            : $"{j.Customer}{(j.City is null ? "" : $" in {j.City}")}, {j.Number} ({Words.TradeList(j.Trades)}, {j.Stage})"));
        var who = same ? $"{some[0].Customer} has {Words.Count(jobs.Count, "job")}" : $"{Words.Count(jobs.Count, "job")} can be meant";
        return steps.Ask(
            $"{who}. Which one: {names}?",
            new OpenQuestion(OpenKind.Job, ask) { Options = [.. jobs.Select(OpenQuestion.Of)] },
            CrmAnswer.Table("Jobs", some, steps.Zone),
            CrmAnswer.Choose(some));
    }

    private static Decision Change(CrmSteps steps, CrmAsk ask, JobData job)
    {
        switch (ask.Kind)
        {
            case AskKind.Note:
                return NoteOn(steps, ask, "add_job_note", "job_id", job.Job.JobId, $"job {job.Job.Number} ({job.Job.Customer})");
            case AskKind.Move:
                return steps.Write(ask, "move_job_stage", new JsonObject { ["job_id"] = job.Job.JobId, ["to_stage"] = ask.Stage, ["expected_stage"] = job.Job.Stage });
            default:
                var changes = Changes(ask, job);
                return ask.Remove && !job.Job.Trades.Except(ask.Trades).Any()
                    ? steps.Reply($"Job {job.Job.Number} needs at least one trade; it has only {Words.TradeList(job.Job.Trades)}. Which trade shall it have instead?")
                    : ask.Site is { Zip: "" }
                    ? steps.Reply("Please give me the whole site address: street, city, state and ZIP, for example 12 Maple Ave, Hoboken, NJ 07030.")
                    : steps.Write(ask, "update_job", new JsonObject { ["job_id"] = job.Job.JobId, ["changes"] = changes, ["expected_version"] = job.Version });
        }
    }

    /// <summary>Prepares a note, or asks for its text.</summary>
    public static Decision NoteOn(CrmSteps steps, CrmAsk ask, string tool, string member, string id, string where)
    {
        if (string.IsNullOrWhiteSpace(ask.Text))
        {
            var pinned = member == "job_id" ? new Reference { Job = id } : new Reference { CustomerId = id };
            return steps.Ask($"What shall the note on {where} say?", new OpenQuestion(OpenKind.Text, ask with { Record = pinned, Level = member == "job_id" ? NoteLevel.Job : NoteLevel.Customer }));
        }

        var arguments = new JsonObject { [member] = id, ["text"] = ask.Text };
        if (ask.Mentions.Count > 0)
        {
            arguments["mentions"] = CrmSteps.Array(ask.Mentions);
        }

        return steps.Write(ask, tool, arguments);
    }

    private static JsonObject Changes(CrmAsk ask, JobData job)
    {
        var changes = new JsonObject();
        if (ask.Text is { Length: > 0 } text)
        {
            changes["description"] = ask.Append ? $"{job.Job.Description.TrimEnd('.', ' ')}, {text}" : text;
        }

        if (ask.Trades.Count > 0)
        {
            changes["trades"] = CrmSteps.Array(
                ask.Append ? job.Job.Trades.Union(ask.Trades) : ask.Remove ? job.Job.Trades.Except(ask.Trades) : ask.Trades);
        }

        if (ask.Rep is { } rep)
        {
            changes["rep"] = rep;
        }

        if (ask.JobName is { } name)
        {
            changes["name"] = name;
        }

        if (ask.Insurance is { } insurance)
        {
            changes["insurance"] = insurance;
        }

        if (ask.Site is { } site)
        {
            changes["site_address"] = new JsonObject { ["street"] = site.Street, ["city"] = site.City, ["state"] = site.State, ["zip"] = site.Zip };
        }

        return changes;
    }
}

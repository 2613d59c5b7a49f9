using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.Turns;

/// <summary>
/// The only place where tools run: grants, rights, seals and repeats are checked here, in code, whoever asked for the call.
/// </summary>
public sealed class ToolRunner(IEnumerable<ITool> tools, TurnSteps steps, ToolPolicy policy, ILogger<ToolRunner> log)
{
    private readonly Dictionary<string, ITool> byName = tools.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>What one message may use.</summary>
    public RunLimits Limits => policy.Run;

    /// <summary>The tools an agent may use, as its entry in the configuration lists them.</summary>
    public IReadOnlyList<ITool> Of(AgentDefinition agent) => [.. agent.Tools.Where(byName.ContainsKey).Select(n => byName[n])];

    /// <summary>Runs one call, or says why not. Never throws for anything a tool or service does.</summary>
    public async Task<ToolResult> RunAsync(AgentDefinition agent, ToolCall call, TurnWork work, CancellationToken ct)
    {
        var result = await CheckAndRunAsync(agent, call, work, ct);
        work.Context.Add(new ToolStep(agent.Id, call, result));
        return result;
    }

    /// <summary>Runs the calls of one decision: what only looks at the same time, what leaves traces one after the other.</summary>
    /// <returns>The results in the order of the calls; one that fails costs the others nothing.</returns>
    public async Task<List<ToolResult>> RunAsync(AgentDefinition agent, IReadOnlyList<ToolCall> calls, TurnWork work, CancellationToken ct)
    {
        if (calls.Count == 1)
        {
            return [await RunAsync(agent, calls[0], work, ct)];
        }

        var looks = calls.Where(c => byName.TryGetValue(c.Tool, out var tool) && tool.Effect == ToolEffect.Read).DistinctBy(Canonical).ToList();
        var found = new ConcurrentDictionary<string, ToolResult>(StringComparer.Ordinal);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, policy.Run.ParallelTools), CancellationToken = ct };
        await Parallel.ForEachAsync(looks, atOnce, async (call, stop) => found[Canonical(call)] = await CheckAndRunAsync(agent, call, work, stop));

        var results = new List<ToolResult>(calls.Count);
        foreach (var call in calls)
        {
            var result = found.TryGetValue(Canonical(call), out var ready) ? ready : await CheckAndRunAsync(agent, call, work, ct);
            work.Context.Add(new ToolStep(agent.Id, call, result));
            results.Add(result);
        }

        return results;
    }

    private async Task<ToolResult> CheckAndRunAsync(AgentDefinition agent, ToolCall call, TurnWork work, CancellationToken ct)
    {
        if (!byName.TryGetValue(call.Tool, out var tool))
        {
            return new ToolResult(ToolOutcome.InvalidArguments, $"There is no tool '{call.Tool}'.");
        }

        if (!agent.Tools.Contains(call.Tool))
        {
            return new ToolResult(ToolOutcome.NotPermitted, $"{agent.Id} may not use {call.Tool}.");
        }

        if (policy.Scopes(tool).FirstOrDefault(s => !Permissions.Has(work.Context.Speaker.Role, s)) is { } missing)
        {
            return new ToolResult(
                ToolOutcome.NotPermitted,
                $"Your role ({work.Context.Speaker.Role}) does not include this. An admin can change roles with ./harde people ({missing}).");
        }

        if (work.Context.Steps.FirstOrDefault(s => Canonical(s.Call) == Canonical(call)) is { } before)
        {
            work.Repeats++;
            return before.Result; // the same question twice in a turn has the same answer
        }

        if (work.Context.Steps.Count >= policy.Run.ToolCalls)
        {
            return new ToolResult(ToolOutcome.NotPermitted, $"This message has used its {policy.Run.ToolCalls} tool calls. Answer with what is known, and say what is still open.");
        }

        if (policy.NeedsYes(tool, call, agent, work))
        {
            return Ask(tool, call);
        }

        var asked = call with { Arguments = WithoutUnsealedYes(call, work.Context.Approved) };
        return await RunOnceAsync(agent, tool, asked, work, ct);
    }

    private async Task<ToolResult> RunOnceAsync(AgentDefinition agent, ITool tool, ToolCall call, TurnWork work, CancellationToken ct)
    {
        if (TurnSteps.FindFinished(work, call) is { } finished)
        {
            return finished;
        }

        var leavesTraces = policy.Effect(tool) is ToolEffect.Write or ToolEffect.Send or ToolEffect.Delete && IsForReal(call);
        if (leavesTraces && TurnSteps.WasStarted(work, call) && !tool.Idempotent)
        {
            return new ToolResult(
                ToolOutcome.Unknown,
                $"I was interrupted while doing this ({tool.Name}) and cannot see whether it happened. Please check before asking again.");
        }

        ct = leavesTraces ? work.Lifetime : ct; // what has begun to leave traces is not cut off by a stop
        var seq = await steps.StartAsync(work, agent.Id, call, durable: leavesTraces, ct);
        var result = await TryAsync(tool, call, work.Context, ct);
        await steps.FinishAsync(work, seq, agent.Id, call, result, durable: leavesTraces, ct);
        return result;
    }

    private async Task<ToolResult> TryAsync(ITool tool, ToolCall call, TurnContext turn, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(policy.Timeout(tool));
        try
        {
            return await tool.RunAsync(call.Arguments, turn, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ToolResult.Failed($"That took longer than {policy.Timeout(tool).TotalSeconds:0} seconds, so I stopped it.", "Try again in a moment.");
        }
        catch (ServiceException problem)
        {
            Log.ToolServiceFailed(log, problem, tool.Name, problem.Service, problem.Failure);
            return problem.MaybeDone
                ? new ToolResult(ToolOutcome.Unknown, $"{problem.Service} did not answer in time; it may or may not have happened. Please check before asking again. {Reference(turn)}")
                : problem.Remedy is { } remedy ? ToolResult.Failed($"{remedy} {Reference(turn)}", "Nothing was changed.")
                : ToolResult.Failed($"{problem.Service} cannot be reached at the moment. {Reference(turn)}", "Nothing was changed; try again in a few minutes.");
        }
        catch (Exception problem) when (problem is not OperationCanceledException) // the border between a tool and the turn
        {
            Log.ToolFailed(log, problem, tool.Name);
            return ToolResult.Failed($"Something went wrong on my side. {Reference(turn)}", "Tell your admin this reference if it happens again.");
        }
    }

    /// <summary>A number the person can give to an admin, who finds the log lines with it.</summary>
    public static string Reference(TurnContext turn) => $"(Reference {turn.TurnId[..Math.Min(turn.TurnId.Length, 15)]}.)";

    /// <summary>The question before a call that needs a yes: what the tool does, with exactly these arguments; no words of a model.</summary>
    private static ToolResult Ask(ITool tool, ToolCall call)
    {
        var facts = call.Arguments.EnumerateObject().Where(p => p.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
            .Select(p => new Fact(p.Name.Replace('_', ' '), p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()));
        return ToolResult.Preview($"I would do this: {tool.Description}", call.Arguments, new FactsPart(tool.Name, [.. facts]));
    }

    private static string Canonical(ToolCall call) => $"{call.Tool} {CanonicalJson.Write(call.Arguments)}";

    private static bool IsForReal(ToolCall call) =>
        !call.Arguments.TryGetProperty("confirm", out var confirm) || confirm.ValueKind == JsonValueKind.True;

    /// <summary>Without a sealed yes for this very turn, <c>confirm=true</c> becomes a preview.</summary>
    private static JsonElement WithoutUnsealedYes(ToolCall call, bool approved) =>
        approved || call.Arguments.ValueKind != JsonValueKind.Object || !call.Arguments.TryGetProperty("confirm", out _)
            ? call.Arguments
            : WithConfirm(call.Arguments, false);

    /// <summary>The same arguments with <c>confirm</c> set.</summary>
    internal static JsonElement WithConfirm(JsonElement arguments, bool confirm)
    {
        var copy = JsonObject.Create(arguments) ?? [];
        copy["confirm"] = confirm;
        return JsonSerializer.SerializeToElement(copy, TurnJson.Options);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Agents.Roster;
using HardE.Agents.Services;
using Microsoft.Extensions.Logging;

namespace HardE.Agents.Turns;

/// <summary>
/// The only place where tools run: grants, rights, seals and repeats are checked here, in code, whoever asked for the call.
/// </summary>
public sealed class ToolRunner(IEnumerable<ITool> tools, TurnSteps steps, ILogger<ToolRunner> log)
{
    private readonly Dictionary<string, ITool> byName = tools.ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The tools an agent may use, as its entry in the configuration lists them.</summary>
    public IReadOnlyList<ITool> Of(AgentDefinition agent) => [.. agent.Tools.Where(byName.ContainsKey).Select(n => byName[n])];

    /// <summary>Runs one call, or says why not. Never throws for anything a tool or service does.</summary>
    public async Task<ToolResult> RunAsync(AgentDefinition agent, ToolCall call, TurnWork work, CancellationToken ct)
    {
        var result = await CheckAndRunAsync(agent, call, work, ct);
        work.Context.Add(new ToolStep(agent.Id, call, result));
        return result;
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

        if (tool.Scopes.FirstOrDefault(s => !Permissions.Has(work.Context.Speaker.Role, s)) is { } missing)
        {
            return new ToolResult(
                ToolOutcome.NotPermitted,
                $"Your role ({work.Context.Speaker.Role}) does not include this. An admin can change roles with ./harde people ({missing}).");
        }

        if (work.Context.Steps.FirstOrDefault(s => Same(s.Call, call)) is { } before)
        {
            return before.Result; // the same question twice in a turn has the same answer
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

        var leavesTraces = tool.Effect is ToolEffect.Write or ToolEffect.Send or ToolEffect.Delete && IsForReal(call);
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
        limit.CancelAfter(tool.Timeout);
        try
        {
            return await tool.RunAsync(call.Arguments, turn, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ToolResult.Failed($"That took longer than {tool.Timeout.TotalSeconds:0} seconds, so I stopped it.", "Try again in a moment.");
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

    private static bool Same(ToolCall one, ToolCall other) =>
        one.Tool == other.Tool && CanonicalJson.Write(one.Arguments) == CanonicalJson.Write(other.Arguments);

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

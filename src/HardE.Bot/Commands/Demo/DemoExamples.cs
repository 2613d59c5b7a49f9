using System.Globalization;
using System.Text;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Jobs.Primer;

namespace HardE.Bot.Commands.Demo;

/// <summary>Writes what the demo did as pages of <c>docs/examples</c>: nothing in them is written by hand.</summary>
internal sealed class DemoExamples(IServiceProvider services)
{
    public const string Conversation = "conversation.md";
    public const string HandOffs = "hand-offs.md";
    public const string Pipeline = "pipeline-log.md";
    private const int LongestText = 160;

    public async Task WriteAsync(DirectoryInfo folder, DemoTranscript transcript, CancellationToken ct)
    {
        folder.Create();
        await WriteAsync(folder, Conversation, "A conversation", transcript.ToString(), ct);
        await WriteAsync(folder, HandOffs, "Hand-offs: what each turn did, step by step", await HandOffsAsync(ct), ct);
        await WriteAsync(folder, Pipeline, "A primer video's log", await PipelineAsync(ct), ct);
    }

    private static Task WriteAsync(DirectoryInfo folder, string name, string title, string text, CancellationToken ct) => File.WriteAllTextAsync(
        Path.Combine(folder.FullName, name), $"# {title}\n\nMade by `./harde demo --examples docs/examples`.\n\n{text.Replace("\r", "", StringComparison.Ordinal).Trim()}\n", ct);

    private async Task<string> HandOffsAsync(CancellationToken ct)
    {
        var archive = services.GetRequiredService<ConversationArchive>();
        var text = new StringBuilder();
        foreach (var conversation in DemoTalk.Conversations)
        {
            foreach (var turn in await archive.TraceAsync(Tenants.Default, $"terminal:{conversation}", ct))
            {
                text.Append("## ").AppendLine(Short(turn.Said));
                var number = 0;
                foreach (var step in turn.Steps)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{++number}. `{step.Agent}` ").AppendLine(Line(step));
                }

                text.Append(CultureInfo.InvariantCulture, $"{++number}. `{turn.Agent}` **answers**: ").AppendLine(Short(turn.Answered)).AppendLine();
            }
        }

        return text.ToString();
    }

    private static string Line(StepRecord step) => step.Kind switch
    {
        "hand_over" => $"**hands over** to `{step.Name}`",
        "tool" => $"**calls** `{step.Name}` {Short(step.Request ?? "")} -> {step.State}: {Short(step.Result is { } r ? TurnJson.Read<ToolResult>(r).Summary : "")}",
        _ => $"**{step.Kind}** {step.Name}: {step.State}",
    };

    private async Task<string> PipelineAsync(CancellationToken ct)
    {
        var runs = await services.GetRequiredService<PrimerStore>().ListAsync(Tenants.Default, open: false, 1, ct);
        if (runs is not [var run] || await services.GetRequiredService<PrimerProgress>().ReadAsync(Tenants.Default, run.Id, ct) is not { } view)
        {
            return "No run came to its end.";
        }

        var text = new StringBuilder("| step | state | tries | seconds | made |\n| --- | --- | --- | --- | --- |\n");
        foreach (var step in view.Steps)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {step.Name} | {step.State} | {step.Attempts} | {step.Took.TotalSeconds:0.00} | {step.Output} |");
        }

        text.AppendLine("\n## Effects outside, each once");
        foreach (var (name, state) in view.Effects.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {string.Join(' ', name.Split(':').Take(3))}: {state.ToString().ToLowerInvariant()}");
        }

        text.AppendLine("\n## History");
        foreach (var act in view.History)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {act.At:HH:mm:ss} {act.Actor}: {act.Act}{(act.Reason is { } why ? $" ({why})" : "")}");
        }

        return text.ToString();
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestText ? line : line[..LongestText] + " …";
    }
}

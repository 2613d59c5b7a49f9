using System.ComponentModel;
using System.Globalization;
using HardE.Agents.Turns;
using HardE.Agents.Voice;

namespace HardE.Agents.Scripting;

/// <summary>Makes an MP3 of the open script, or of a text.</summary>
internal sealed class ReadAloudTool(ReadAloud voice) : Tool<ReadAloudTool.Input>
{
    public sealed record Input([property: Description("What to read; null reads the open script.")] string? Text = null);

    public override string Name => "read_aloud";
    public override string Description => "Reads the open script, or a text, aloud as an MP3.";
    public override ToolEffect Effect => ToolEffect.Draft;
    public override IReadOnlyList<string> Scopes => [Permissions.VoiceUse];
    public override TimeSpan Timeout => TimeSpan.FromMinutes(2);

    protected override async Task<ToolResult> RunAsync(Input input, TurnContext turn, CancellationToken ct)
    {
        var open = turn.State.Get<ScriptDraft>(turn.Mine(ScriptDraft.State))?.Current;
        var text = string.IsNullOrWhiteSpace(input.Text) ? open?.Text : input.Text;
        if (text is null)
        {
            return ToolResult.NeedsInput("There is no open script. Write one first, or tell me what to read.");
        }

        if (text.Length > 8000)
        {
            return ToolResult.NeedsInput("That is too long to read aloud; 8,000 characters are the most. Which part shall I read?");
        }

        if (await voice.SpeakAsync(turn.Tenant, text, ct) is not { } sound)
        {
            return ToolResult.NeedsInput("There are no words in that text.");
        }

        var length = TimeSpan.FromSeconds(Math.Round(sound.Seconds));
        var told = string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalMinutes}:{length.Seconds:00}");
        var machine = sound.Embedded ? " It is the built-in machine voice." : "";
        return ToolResult.Done(
            $"Here it is, {told} minutes.{machine}", new { file = sound.File, seconds = sound.Seconds, engine = sound.EngineName },
            new AudioPart(sound.File, "script.mp3", sound.Seconds, sound.Transcript));
    }
}

using System.Text.Json;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Agents.Voice;

namespace HardE.Bot.Channels.Slack;

/// <summary>One try at one clip: fetch it, hear it, tell the person what was understood.</summary>
internal sealed class SlackListening(
    SlackTeams teams, SlackFiles files, SlackTranscripts transcripts, Hearing hearing, SlackHandOver handOver)
{
    private const int MostTries = 5;
    private const int MostClips = 3;
    private const string NoEars =
        "I got your voice clip, but nobody here turns speech into words, so I cannot hear it. Please type it. "
        + "(An administrator can set OPENAI_API_KEY for transcription.)";
    private const string NoWords = "I listened to your clip but could not make out any words. Please try again, or type it.";
    private const string Later = "I could not fetch or understand your voice clip, although I tried several times. Please send it again, or type it.";

    /// <returns>When to try again; null when the clip is dealt with.</returns>
    public async Task<TimeSpan?> HearAsync(SlackClip clip, long tries, CancellationToken ct)
    {
        try
        {
            if (await teams.FindAsync(clip.Request.ReplyTo.Account, ct) is not { } team)
            {
                return null;
            }

            var words = new List<string>();
            foreach (var file in clip.Files.Take(MostClips))
            {
                var (text, sentence) = await HearOneAsync(team, file, ct);
                if (sentence is not null)
                {
                    await handOver.SayAsync(clip, sentence, ct);
                    return null;
                }

                if (text is null && tries < SlackTranscripts.MostLooks)
                {
                    return SlackTranscripts.Pause;
                }

                words.Add(text ?? "");
            }

            await TellAsync(clip, string.Join("\n", words.Where(w => w.Length > 0)), ct);
            return null;
        }
        catch (ServiceException problem) when (problem.Failure == Failure.Transient && tries + 1 < MostTries)
        {
            return problem.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, tries + 1));
        }
        catch (ServiceException)
        {
            await handOver.SayAsync(clip, Later, ct);
            return null;
        }
    }

    private async Task TellAsync(SlackClip clip, string words, CancellationToken ct)
    {
        if (words.Length > 0)
        {
            await handOver.AcceptAsync(clip, words, ct);
        }
        else
        {
            await handOver.SayAsync(clip, hearing.IsConfigured ? NoWords : NoEars, ct);
        }
    }

    /// <returns>The words (null: Slack may have them soon), or a sentence why there are none.</returns>
    private async Task<(string? Words, string? Sentence)> HearOneAsync(SlackTeam team, SlackFile file, CancellationToken ct)
    {
        var path = Path.GetTempFileName();
        try
        {
            var fetched = await files.FetchAsync(team, file, path, ct);
            if (Sentence(fetched) is { } sentence)
            {
                return (null, sentence);
            }

            if (!hearing.IsConfigured)
            {
                return (await transcripts.FindAsync(team, file, ct), null);
            }

            await using var sound = File.OpenRead(path);
            return (await hearing.HearAsync(sound, ct), null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Sentence(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Fetched => null,
        FileOutcome.TooLarge => "That clip is over 25 MB; I listen to shorter ones. Please send it in pieces, or type it.",
        FileOutcome.NotHere => "That file is not in this workspace any more (or lies with another service), so I cannot open it.",
        FileOutcome.Foreign => "That file does not lie on Slack's own file host, so I do not fetch it. Please record the clip in Slack, or type it.",
        FileOutcome.NoRight => "Slack shows me a sign-in page instead of your clip: the app lacks the right files:read. "
            + "Please ask an administrator to install it again, and type your message for now.",
        _ => "That file is no sound I know, so I cannot listen to it. Please type what you need.",
    };
}

/// <summary>Slack's own transcript: truncated and late, and better than nothing where nobody else listens.</summary>
internal sealed class SlackTranscripts(SlackApi api)
{
    /// <summary>So often Slack is asked again whether its transcript is ready.</summary>
    public const int MostLooks = 2;

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    /// <returns>The whole transcript; null when there is none yet, or only its beginning.</returns>
    public async Task<string?> FindAsync(SlackTeam team, SlackFile file, CancellationToken ct)
    {
        var asked = await api.ReadAsync(team.BotToken, "files.info", new Dictionary<string, string> { ["file"] = file.Id ?? "" }, ct);
        return asked.Find("file") is { ValueKind: JsonValueKind.Object } about
            && about.TryGetProperty("transcription", out var found) && found.ValueKind == JsonValueKind.Object
            && found.TryGetProperty("status", out var status) && status.ValueEquals("complete")
            && found.TryGetProperty("preview", out var preview) && preview.ValueKind == JsonValueKind.Object
            && !(preview.TryGetProperty("has_more", out var more) && more.ValueKind == JsonValueKind.True)
            && preview.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String
                ? content.GetString()?.Trim()
                : null;
    }
}

/// <summary>Hands a heard message on: what was understood is shown before anything is done with it.</summary>
internal sealed class SlackHandOver(Inbox inbox, Outbox outbox)
{
    public Task SayAsync(SlackClip clip, string sentence, CancellationToken ct) =>
        outbox.SendAsync(clip.Request.Tenant, clip.EchoId, clip.Request.ReplyTo, new TurnReply("triage_agent", sentence), ct);

    public async Task AcceptAsync(SlackClip clip, string words, CancellationToken ct)
    {
        var shown = words.ReplaceLineEndings(" ");
        await outbox.SendAsync(
            clip.Request.Tenant, clip.EchoId, clip.Request.ReplyTo,
            new TurnReply("triage_agent", $"I heard: “{SlackStreamText.Literal(shown)}”"), ct);
        var text = clip.Request.Text.Length == 0 ? words : $"{clip.Request.Text}\n{words}";
        await inbox.AcceptAsync(clip.Keys, clip.Request with { Text = text }, ct);
    }
}

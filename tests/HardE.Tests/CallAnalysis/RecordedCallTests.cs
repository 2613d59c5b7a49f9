using System.Globalization;
using System.Text;
using HardE.Agents.CallAnalysis;
using HardE.Agents.CallAnalysis.Recorded;
using HardE.Agents.Turns;
using HardE.Bot.Commands.Import;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.CallAnalysis;

/// <summary>Raw calls: from a transcript file, with roles and consent, to the same signs as a clean one.</summary>
public sealed class RecordedCallTests : IAsyncLifetime
{
    private const string Vtt =
        """
        WEBVTT

        NOTE made by a machine

        1
        00:00:01.000 --> 00:00:04.000
        <v Dana Pike>Good evening. We measured the whole roof.</v>

        2
        00:00:04.100 --> 00:00:06.000
        <v Dana Pike>It comes to nine thousand dollars.</v>

        3
        00:00:14.000 --> 00:00:16.500
        <v Guest 1>That's too expensive for us.</v> <v Guest 2>We need to <i>think about it</i>.</v>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("harde-call-").FullName;
    private CallWorld world = null!;

    public async Task InitializeAsync() => world = await CallWorld.CreateAsync();

    public async Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await world.DisposeAsync();
    }

    [Fact]
    public void WebVtt_voices_times_and_pauses_are_read()
    {
        var said = RawCall.Read("a.vtt", Vtt);

        said.Select(l => l.Speaker).ShouldBe(["Dana Pike", "Guest 1", "Guest 2"]);
        said[0].Text.ShouldBe("Good evening. We measured the whole roof. It comes to nine thousand dollars.");
        CallRoles.Write(said, "dana pike").Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "REP: Good evening. We measured the whole roof. It comes to nine thousand dollars.", "(Pause, 8 seconds.)",
            "HOMEOWNER: That's too expensive for us.", "HOMEOWNER 2: We need to think about it.",
        ]);
    }

    [Theory]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nSpeaker 1: Hello there.\n\n2\n00:00:02,000 --> 00:00:03,000\nSpeaker 2: Hi.\n")]
    [InlineData("a.txt", "[00:01] Speaker 1: Hello\nthere.\n[00:02] Speaker 2: Hi.\n")]
    [InlineData("a.txt", "Speaker 1 (00:01): Hello there.\r\nSpeaker 2 (00:02): Hi.")]
    public void SubRip_and_text_are_read(string name, string text)
    {
        var said = RawCall.Read(name, text);

        said.Select(l => (l.Speaker, l.Text)).ShouldBe([("Speaker 1", "Hello there."), ("Speaker 2", "Hi.")]);
    }

    [Theory]
    [InlineData("a.vtt", "WEBVTT\n", "nobody speaks")]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nhello there\n", "names no speakers")]
    public void What_is_no_call_is_refused_in_words(string name, string text, string says) =>
        Should.Throw<FormatException>(() => RawCall.Read(name, text)).Message.ShouldContain(says);

    [Fact]
    public void Ninety_made_up_calls_come_out_of_a_raw_file_as_they_went_in()
    {
        foreach (var planted in PlantedCalls.Make(90, seed: 11, PlantedWords.First))
        {
            var said = RawCall.Read("a.srt", Raw(planted.Document.Body));
            CallRoles.Guess(said).ShouldBeOneOf("Voice A", "Voice B");
            var again = Transcript.Read(planted.Document with { Body = CallRoles.Write(said, "Voice A") })!;
            var before = Transcript.Read(planted.Document)!;

            again.Objections.Select(o => o.Code).Order().ShouldBe(before.Objections.Select(o => o.Code).Order());
            again.Outcome.ShouldBe(before.Outcome);
            again.TalkRatio.ShouldBe(before.TalkRatio);
        }
    }

    [Fact]
    public async Task A_person_confirms_the_roles_and_the_consent_before_anything_is_kept()
    {
        var unsaid = await PlanAsync(new CallFacts(null, null, null, "roofing", "website", null));
        unsaid.Problems.Count.ShouldBe(2);
        unsaid.Problems[0].ShouldContain("--rep \"Dana Pike\"");
        unsaid.Rows.Count.ShouldBe(3);

        var wrong = await PlanAsync(new CallFacts("Nobody", null, "all", "roofing", "website", null));
        wrong.Problems.ShouldHaveSingleItem().ShouldContain("nobody called 'Nobody' speaks");

        var good = await PlanAsync(new CallFacts("Dana Pike", "Rep Z", "all", "roofing", "website", "Evening visit"));
        good.Problems.ShouldBeEmpty();
        (await good.ApplyAsync(default)).ShouldContain("call-0101");

        var kept = (await world.Recorded.ListAsync("default", default)).Concat(await world.Recorded.ListAsync(HardE.Agents.State.Tenants.Default, default)).DistinctBy(c => c.Id).ShouldHaveSingleItem();
        (kept.Consent, kept.Rep, kept.RolesBy.Length > 0).ShouldBe((CallConsent.All, "Rep Z", true));
    }

    [Fact]
    public async Task A_call_without_known_consent_takes_part_in_nothing_until_it_is_known()
    {
        const string body = "REP: It is nine thousand dollars.\nHOMEOWNER: The HOA has to approve it.\n";
        var id = await world.KeepAsync(body, "Rep Z", CallConsent.Unknown);
        var director = A.Rep(role: Roles.Director);

        (await world.AskAsync(director, $"coach me on {id}")).Text.ShouldContain("no call");
        (await world.KeepAsync(body, "Rep Z", CallConsent.OneParty)).ShouldBe(id);
        (await world.AskAsync(director, $"coach me on {id}")).Text.ShouldContain("HOA");
        (await world.AskAsync(director, $"coach me on {id}", tenant: "other")).Text.ShouldContain("no call");

        (await world.Recorded.RemoveAsync("main", id, default)).ShouldBeTrue();
        (await world.AskAsync(director, $"coach me on {id}")).Text.ShouldContain("no call");
    }

    private async Task<ImportPlan> PlanAsync(CallFacts facts)
    {
        var path = Path.Combine(folder, "evening.vtt");
        await File.WriteAllTextAsync(path, Vtt);
        using var services = new ServiceCollection().AddSingleton(world.Recorded).BuildServiceProvider();
        return await CallImport.PlanAsync(services, path, facts, default);
    }

    /// <summary>The talk as a machine would write it down: one cue a line, voices without roles.</summary>
    private static string Raw(string body)
    {
        var cues = new StringBuilder();
        var second = 0;
        foreach (var line in body.Split('\n').Where(l => l.StartsWith("REP: ", StringComparison.Ordinal) || l.StartsWith("HOMEOWNER: ", StringComparison.Ordinal)))
        {
            var text = line.Replace("REP: ", "Voice A: ", StringComparison.Ordinal).Replace("HOMEOWNER: ", "Voice B: ", StringComparison.Ordinal);
            cues.Append(CultureInfo.InvariantCulture, $"{second + 1}\n00:{second / 60:00}:{second % 60:00},000 --> 00:{(second + 1) / 60:00}:{(second + 1) % 60:00},000\n{text}\n\n");
            second++;
        }

        return cues.ToString();
    }
}

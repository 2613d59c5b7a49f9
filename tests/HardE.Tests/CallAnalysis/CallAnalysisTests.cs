using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HardE.Agents.CallAnalysis;
using HardE.Agents.Knowledge;
using HardE.Agents.Turns;
using HardE.Tests.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.CallAnalysis;

public sealed class CallAnalysisTests : IDisposable
{
    private readonly KnowledgeLibrary knowledge;
    private readonly Dictionary<string, ITool> tools;

    public CallAnalysisTests()
    {
        var options = Options.Create(new KnowledgeOptions { Folder = Path.Combine(Samples.Root, "knowledge") });
        knowledge = new KnowledgeLibrary(new FolderKnowledge(options), options, new ManualTime(), NullLogger<KnowledgeLibrary>.Instance);
        var calls = new CallLibrary(knowledge);
        ITool[] all = [new ListCallsTool(calls), new GetCallTool(calls), new CountObjectionsTool(calls), new CompareCallsTool(calls)];
        tools = all.ToDictionary(t => t.Name);
    }

    public void Dispose() => knowledge.Dispose();

    /// <summary>Against index.csv, with the labels of the documents taken away.</summary>
    [Fact]
    public void Objections_are_heard_in_the_text_alone()
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var (id, labels) in AnswerKey(8))
        {
            var heard = Unlabelled(id).Objections.Select(o => o.Code).ToList();
            right += heard.Intersect(labels).Count();
            wrong += heard.Except(labels).Count();
            missed += labels.Except(heard).Count();
        }

        (2.0 * right / (2 * right + wrong + missed)).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void The_talk_share_is_counted_from_the_text()
    {
        foreach (var (id, labels) in AnswerKey(10))
        {
            Unlabelled(id).TalkRatio.ShouldBe(decimal.Parse(labels.Single(), CultureInfo.InvariantCulture), 0.01m, id);
        }
    }

    [Fact]
    public void Outcomes_are_mostly_heard_without_labels()
    {
        var key = AnswerKey(7).ToList();

        key.Count(k => Unlabelled(k.Id).Outcome == k.Labels.Single()).ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task Every_development_case_has_its_numbers_words_and_sources()
    {
        var failed = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Samples.Root, "evals", "analysis.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var turns = json.RootElement.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!).ToArray();
            var reply = await AskAsync(turns);
            if (Missing(reply, json.RootElement.GetProperty("expect")) is { Length: > 0 } missing)
            {
                failed.Add($"{json.RootElement.GetProperty("id").GetString()}: {missing} in: {reply.Text[..Math.Min(300, reply.Text.Length)]}");
            }
        }

        failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Coaching_points_to_lines_of_the_call_and_is_the_same_every_time()
    {
        var first = await AskAsync("coach me on call-06");
        var again = await AskAsync("coach me on call-06");

        first.Text.ShouldContain("Only 1 question");
        first.Text.ShouldContain("What is there to think about");
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task Lines_about_a_subject_are_found_with_their_call_and_line()
    {
        var reply = await AskAsync("go over the recorded calls and tell me who asked about the deductible and when");

        reply.Text.ShouldContain("call-02, line");
        reply.Parts.OfType<CitationsPart>().Single().Sources[0].Id.ShouldBe("call-02");
    }

    [Theory]
    [InlineData("coach me on call-99", "no call")]
    [InlineData("calls of Rep Z", "0 of the 12")]
    public async Task What_is_not_there_is_said(string question, string words) => (await AskAsync(question)).Text.ShouldContain(words);

    private async Task<TurnReply> AskAsync(params string[] turns)
    {
        var rules = new AnalysisRules();
        var turn = Spoken.Turn(turns[^1], null, turns[..^1]);
        for (var step = 0; step < 4; step++)
        {
            switch (await rules.DecideAsync(turn, default))
            {
                case Decision.Reply reply:
                    return reply.Answer;
                case Decision.Call call:
                    var result = await tools[call.Tools[0].Tool].RunAsync(call.Tools[0].Arguments, turn, default);
                    result.Outcome.ShouldNotBe(ToolOutcome.InvalidArguments, result.Summary);
                    turn.Add(new ToolStep(rules.Agent, call.Tools[0], result));
                    break;
            }
        }

        throw new InvalidOperationException("No answer.");
    }

    private static string Missing(TurnReply reply, JsonElement expect)
    {
        var missing = new List<string>();
        var numbers = Regex.Matches(reply.Text, @"(?<![\w-])\d+(?:\.\d+)?").Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        foreach (var number in Members(expect, "numbers"))
        {
            var (value, tolerance) = (number.GetProperty("value").GetDouble(), number.GetProperty("tol").GetDouble());
            missing.AddRange(numbers.Exists(n => Math.Abs(n - value) <= tolerance + 1e-9) ? [] : [$"number {value}"]);
        }

        foreach (var word in Members(expect, "contains"))
        {
            string[] any = word.ValueKind == JsonValueKind.Array ? [.. word.EnumerateArray().Select(w => w.GetString()!)] : [word.GetString()!];
            missing.AddRange(any.Any(w => reply.Text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? [] : [any[0]]);
        }

        var cited = reply.Parts.OfType<CitationsPart>().SelectMany(c => c.Sources).Select(s => s.Id).ToList();
        missing.AddRange(Members(expect, "sources").Any(s => cited.Contains(s.GetString()!)) ? [] : ["sources"]);
        return string.Join(", ", missing);
    }

    private static IEnumerable<JsonElement> Members(JsonElement expect, string name) =>
        expect.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static Transcript Unlabelled(string id)
    {
        var document = Samples.Index.Documents.Single(d => d.Id == id);
        return Transcript.Read(document with { Labels = new Dictionary<string, string>() })!;
    }

    /// <summary>A column of index.csv for the calls, counted from 0.</summary>
    private static IEnumerable<(string Id, string[] Labels)> AnswerKey(int column) =>
        File.ReadLines(Path.Combine(Samples.Root, "knowledge", "index.csv")).Where(l => l.StartsWith("call-", StringComparison.Ordinal))
            .Select(l => Regex.Replace(l, "\"[^\"]*\"", "title").Split(',')).Select(c => (c[0], c[column].Split('|')));
}

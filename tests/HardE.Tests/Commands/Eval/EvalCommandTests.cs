using System.Text.Json;
using HardE.Bot.Commands;
using HardE.Bot.Commands.Eval;
using Spectre.Console;

namespace HardE.Tests.Commands.Eval;

/// <summary><c>./harde eval</c> from outside: what it prints, writes and returns.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private const string Good = """{"id":"t-1","kind":"routing","tags":["greeting"],"turns":["hello there"],"expect":{"agent":"triage_agent"}}""";
    private const string Wrong = """{"id":"t-2","kind":"routing","turns":["hello there"],"expect":{"agent":"pricing_agent"}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("harde-eval-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("routing")]
    [InlineData("intake")]
    [InlineData("numbers")]
    [InlineData("crm")]
    [InlineData("primer")]
    [InlineData("knowledge")]
    [InlineData("analysis")]
    [InlineData("injection")]
    public async Task The_development_cases_of_every_kind_run(string kind)
    {
        var report = await EvalFiles.RunAsync($"samples/evals/{kind}.jsonl");

        report.Cases.Count.ShouldBe(File.ReadLines(EvalFiles.Path($"samples/evals/{kind}.jsonl")).Count(l => l.Length > 0));
        report.Cases.ShouldAllBe(c => !c.Problems.Any(p => p.StartsWith("could not be run", StringComparison.Ordinal)), report.Failures());
        report.Cases.ShouldAllBe(c => !c.Problems.Any(p => p.StartsWith("this program does not know", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failed_case_is_one_line_and_exit_code_one()
    {
        var (code, printed) = await RunAsync([Write("a.jsonl", Good, Wrong)]);

        code.ShouldBe(1);
        printed.Split('\n').ShouldContain(l => l.StartsWith("✘ t-2 (routing, ", StringComparison.Ordinal) && l.Contains("answered by triage_agent, not pricing_agent", StringComparison.Ordinal));
        printed.TrimEnd().Split('\n')[^1].ShouldBe("1 passed, 1 failed");
        printed.ShouldContain("greeting");
    }

    [Theory]
    [InlineData("50", 0)]
    [InlineData("50.1", 1)]
    public async Task With_min_only_the_share_counts(string percent, int code) =>
        (await RunAsync([Write("a.jsonl", Good, Wrong), "--min", percent])).Code.ShouldBe(code);

    [Fact]
    public async Task All_right_is_exit_code_zero() => (await RunAsync([Write("a.jsonl", Good)])).Code.ShouldBe(0);

    [Theory]
    [InlineData("{\"id\":\"x\"", "a.jsonl:2: this line is not JSON")]
    [InlineData("""{"id":"x","kind":"poetry","turns":["a"],"expect":{}}""", "a.jsonl:2: 'poetry' is no kind of case")]
    [InlineData("""{"id":"x","kind":"routing","turns":["a"]}""", "a.jsonl:2: a case needs an object 'expect'")]
    [InlineData("""{"id":"x","kind":"routing","expect":{}}""", "a.jsonl:2: a case needs 'turns'")]
    [InlineData("""{"id":"x","kind":"routing","turns":[1],"expect":{}}""", "a.jsonl:2: 'turns' is a list of texts")]
    [InlineData("""{"id":"x","kind":"routing","turns":["a"],"now":"noon","expect":{}}""", "a.jsonl:2: 'now' is a time")]
    [InlineData("""{"id":"t-1","kind":"routing","turns":["a"],"expect":{}}""", "a.jsonl:2: the id 't-1' stands also at")]
    [InlineData("[]", "a.jsonl:2: a case is a JSON object")]
    public async Task A_bad_line_is_named_with_file_and_line_and_nothing_runs(string line, string says)
    {
        var (code, printed) = await RunAsync([Write("a.jsonl", Good, line)]);

        code.ShouldBe(2);
        printed.ShouldContain(says);
        printed.ShouldNotContain("passed");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, printed) = await RunAsync([Path.Combine(folder, "none.jsonl")]);

        code.ShouldBe(2);
        printed.ShouldContain("none.jsonl cannot be read");
    }

    [Fact]
    public async Task A_case_that_cannot_be_run_is_a_failed_case()
    {
        var broken = """{"id":"t-3","kind":"crm","turns":["find Smith"],"fixture":{"jobs":[{"id":"j","number":"1","customer_id":"c","stage":"Nowhere"}]},"expect":{}}""";
        var (code, printed) = await RunAsync([Write("a.jsonl", Good, broken)]);

        code.ShouldBe(1);
        printed.ShouldContain("t-3 (crm");
        printed.ShouldContain("could not be run");
        printed.ShouldContain("no stage is called 'Nowhere'");
    }

    [Fact]
    public async Task A_later_run_tells_what_changed()
    {
        var old = Path.Combine(folder, "old.json");
        await RunAsync([Write("a.jsonl", Good, Wrong), "--json", old]);
        using (var written = JsonDocument.Parse(await File.ReadAllTextAsync(old)))
        {
            written.RootElement.GetProperty("passed").GetInt32().ShouldBe(1);
            written.RootElement.GetProperty("cases")[1].GetProperty("problems").GetArrayLength().ShouldBe(1);
        }

        var turned = Good.Replace("triage_agent", "pricing_agent", StringComparison.Ordinal);
        var (_, printed) = await RunAsync([Write("b.jsonl", turned, Wrong.Replace("pricing", "triage", StringComparison.Ordinal)), "--compare", old]);

        printed.ShouldContain("now fails  t-1");
        printed.ShouldContain("now passes t-2");
        printed.ShouldContain("1 now pass, 1 now fail, 0 new, 0 not run this time");
        (await RunAsync([Write("a.jsonl", Good), "--compare", Write("no.json", "{}")])).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Cases_do_not_see_each_others_records_documents_and_time()
    {
        var first = """{"id":"c-1","kind":"knowledge","turns":["what do we do about gnome repairs?"],"fixture":{"customers":[{"id":"c-1","first_name":"Ann","last_name":"Quill"}],"documents":[{"path":"CORE_KNOWLEDGE/gnome-repairs.md","text":"---\nid: gnomes\ntitle: Gnome repairs\n---\n\n## Gnome repairs\n\nWe repair garden gnomes on Tuesdays only, gnome repairs cost nothing.\n"}]},"expect":{"sources":["gnomes"]}}""";
        var second = """{"id":"c-2","kind":"knowledge","turns":["what do we do about gnome repairs?"],"expect":{"refuses":true}}""";
        var third = """{"id":"c-3","kind":"crm","turns":["find Ann Quill"],"expect":{"reply_contains":["no customers yet"],"crm":{"counts":{"customers":0}}}}""";
        var (cases, _) = EvalFile.Read([Write("a.jsonl", first, second, third)]);

        var report = await EvalRunner.RunAsync(cases, withModel: false, done: null, default);

        report.Failed.ShouldBe(0, report.Failures());
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static async Task<(int Code, string Printed)> RunAsync(string[] words)
    {
        var printed = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(printed) });
        console.Profile.Width = 400;
        return (await CommandLine.RunAsync(["eval", .. words], null, console, default), printed.ToString());
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Turns;
using Xunit.Abstractions;

namespace HardE.Tests.Crm;

/// <summary>The development cases of kind crm, each on a fresh embedded CRM with its fixture (specs: evals).</summary>
public sealed class CrmEvalTests(ITestOutputHelper output)
{
    private static readonly string[] Writes = ["create_job", "update_job", "add_job_note", "add_customer_note", "move_job_stage"];

    public static TheoryData<string> Cases => [.. Lines().Select(l => l.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_case_holds(string id)
    {
        var line = Lines().Single(l => l.GetProperty("id").GetString() == id);
        var problems = await CrmEval.RunAsync(line, output.WriteLine);
        problems.ShouldBeEmpty(string.Join("\n", problems));
    }

    private static IEnumerable<JsonElement> Lines()
    {
        var more = Environment.GetEnvironmentVariable("HARDE_CRM_CASES"); // a file of further cases, while tuning
        var file = more ?? Path.Combine(CrmWorld.Repository(), "samples", "evals", "crm.jsonl");
        return File.ReadLines(file).Where(l => l.Trim().Length > 0).Select(l => JsonDocument.Parse(l).RootElement);
    }

    /// <summary>Runs one case and says what is wrong with it.</summary>
    private static class CrmEval
    {
        public static async Task<IReadOnlyList<string>> RunAsync(JsonElement line, Action<string> tell)
        {
            var seed = line.GetProperty("fixture").Deserialize<CrmSeed>(TurnJson.Options)!;
            await using var chat = await CrmChat.WithAsync(seed);
            var users = seed.Users ?? [];
            var user = line.TryGetProperty("user", out var who) ? users.First(u => u.Id == who.GetString()) : users[0];
            chat.Speaker = new Speaker("U-" + user.Id, user.Name, user.Role ?? Roles.Director, Email: user.Email);
            var before = await SnapshotAsync(chat, seed);
            TurnReply? last = null;
            foreach (var text in line.GetProperty("turns").EnumerateArray())
            {
                last = await chat.SayAsync(text.GetString()!);
                tell($"> {text}\n< {last.Text}");
            }

            foreach (var call in chat.Calls)
            {
                tell($"  {call.Turn} {call.Tool} {call.Arguments}");
            }

            return [.. Judge(line.GetProperty("expect"), chat, last!, users), .. await RecordsAsync(line.GetProperty("expect"), chat, seed, before)];
        }

        private static IEnumerable<string> Judge(JsonElement expect, CrmChat chat, TurnReply last, IReadOnlyList<SeedUser> users)
        {
            if (expect.TryGetProperty("reply_contains", out var words))
            {
                foreach (var word in words.EnumerateArray().Where(w => !Has(last.Text, w)))
                {
                    yield return $"the reply lacks {word}";
                }
            }

            if (!expect.TryGetProperty("tool_calls", out var expected))
            {
                yield break;
            }

            var next = 0;
            foreach (var wanted in expected.EnumerateArray())
            {
                while (next < chat.Calls.Count && !Fits(wanted, chat.Calls[next], users))
                {
                    next++;
                }

                if (next++ >= chat.Calls.Count)
                {
                    yield return $"no call {wanted}";
                }
            }

            foreach (var call in chat.Calls.Where(c => Writes.Contains(c.Tool) && Confirmed(c.Arguments)))
            {
                if (!expected.EnumerateArray().Any(w => Fits(w, call, users)))
                {
                    yield return $"an unexpected write: {call.Tool} {call.Arguments}";
                }

                if (!chat.Calls.Any(c => c.Turn < call.Turn && c.Tool == call.Tool && SameBut(c.Arguments, call.Arguments)))
                {
                    yield return $"a write without its preview: {call.Tool} {call.Arguments}";
                }
            }
        }

        private static bool Confirmed(JsonElement arguments) => arguments.TryGetProperty("confirm", out var confirm) && confirm.ValueKind == JsonValueKind.True;

        private static bool SameBut(JsonElement preview, JsonElement write) =>
            CanonicalJson.Write(write).Replace("\"confirm\":true", "\"confirm\":false", StringComparison.Ordinal) == CanonicalJson.Write(preview);

        private static bool Fits(JsonElement wanted, (int Turn, string Tool, JsonElement Arguments, ToolResult Result) call, IReadOnlyList<SeedUser> users)
        {
            var tool = wanted.GetProperty("tool");
            var named = tool.ValueKind == JsonValueKind.Array ? tool.EnumerateArray().Any(t => t.GetString() == call.Tool) : tool.GetString() == call.Tool;
            return named && (!wanted.TryGetProperty("arguments", out var arguments) || Matches(arguments, call.Arguments, users));
        }

        private static bool Matches(JsonElement wanted, JsonElement? found, IReadOnlyList<SeedUser> users)
        {
            switch (wanted.ValueKind)
            {
                case JsonValueKind.Object when wanted.TryGetProperty("has", out var has):
                    return found is { ValueKind: JsonValueKind.String } text && has.EnumerateArray().All(h => Has(text.GetString()!, h));
                case JsonValueKind.Object:
                    return found is { ValueKind: JsonValueKind.Object } o
                        && wanted.EnumerateObject().All(m => Matches(m.Value, o.TryGetProperty(m.Name, out var value) ? value : null, users));
                case JsonValueKind.Array:
                    return found is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == wanted.GetArrayLength()
                        && wanted.EnumerateArray().All(w => list.EnumerateArray().Any(f => Matches(w, f, users)));
                case JsonValueKind.String:
                    return found is { ValueKind: JsonValueKind.String } s && Person(s.GetString()!, users) == Person(wanted.GetString()!, users);
                default:
                    return found is { } other && other.ToString() == wanted.ToString();
            }
        }

        private static string Person(string said, IReadOnlyList<SeedUser> users) =>
            users.FirstOrDefault(u => u.Email == said || u.Name == said)?.Id ?? Folding.Fold(said).Trim().TrimEnd('.');

        private static bool Has(string text, JsonElement word) => word.ValueKind == JsonValueKind.Array
            ? word.EnumerateArray().Any(w => Has(text, w))
            : Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word.GetString()!)}(?!\w)", RegexOptions.IgnoreCase);

        private static async Task<IEnumerable<string>> RecordsAsync(JsonElement expect, CrmChat chat, CrmSeed seed, string before)
        {
            var problems = new List<string>();
            if (!expect.TryGetProperty("crm", out var crm))
            {
                return problems;
            }

            if (crm.TryGetProperty("unchanged", out _) && await SnapshotAsync(chat, seed) != before)
            {
                problems.Add("the records changed");
            }

            var (jobs, notes) = await ReadAsync(chat, seed);
            Compare("jobs", jobs);
            Compare("notes", notes);
            if (crm.TryGetProperty("counts", out var counts))
            {
                var fixtureNotes = (seed.Jobs ?? []).Sum(j => j.Notes?.Count ?? 0);
                foreach (var count in counts.EnumerateObject())
                {
                    var actual = count.Name switch { "jobs" => jobs.Count, "notes" => notes.Count - fixtureNotes, _ => (seed.Customers ?? []).Count };
                    if (actual != count.Value.GetInt32())
                    {
                        problems.Add($"{actual} {count.Name}, not {count.Value}");
                    }
                }
            }

            return problems;

            void Compare(string kind, IReadOnlyList<JsonElement> records)
            {
                if (crm.TryGetProperty(kind, out var wanted))
                {
                    problems.AddRange(wanted.EnumerateArray().Where(w => records.Count(r => Matches(w, r, seed.Users ?? [])) != 1).Select(w => $"no one record of {kind} is {w}"));
                }
            }
        }

        private static async Task<string> SnapshotAsync(CrmChat chat, CrmSeed seed)
        {
            var (jobs, notes) = await ReadAsync(chat, seed);
            return TurnJson.Write(jobs) + TurnJson.Write(notes);
        }

        private static async Task<(IReadOnlyList<JsonElement> Jobs, IReadOnlyList<JsonElement> Notes)> ReadAsync(CrmChat chat, CrmSeed seed)
        {
            var crm = chat.World.Crm;
            var (jobs, notes) = (new List<JsonElement>(), new List<JsonElement>());
            foreach (var job in (await crm.FindJobsAsync(CrmWorld.Tenant, new JobQuery(IncludeClosed: true), new CrmPaging(1, 100), default)).Value.Items.OrderBy(j => j.Id.Value))
            {
                var full = (await crm.GetJobAsync(CrmWorld.Tenant, job.Id, default)).Value.Value;
                jobs.Add(TurnJson.Element(new { id = job.Id.Value, customer_id = job.CustomerId.Value, trades = full.TradeNames, stage = full.Stage.Name, rep = full.Reps.Count > 0 ? full.Reps[0].Value : null, description = full.Description, number = full.Number }));
                foreach (var note in (await crm.ListNotesAsync(CrmWorld.Tenant, job.Id, new CrmPaging(), default)).Value.Items)
                {
                    notes.Add(TurnJson.Element(new { job_id = job.Id.Value, text = note.Text, mentions = note.Mentions.Select(m => m.Value) }));
                }
            }

            foreach (var customer in seed.Customers ?? [])
            {
                foreach (var note in (await crm.ListNotesAsync(CrmWorld.Tenant, CrmId.Of(CrmKind.Customer, customer.Id), new CrmPaging(), default)).Value.Items)
                {
                    notes.Add(TurnJson.Element(new { customer_id = customer.Id, text = note.Text, mentions = note.Mentions.Select(m => m.Value) }));
                }
            }

            return (jobs, notes);
        }
    }
}

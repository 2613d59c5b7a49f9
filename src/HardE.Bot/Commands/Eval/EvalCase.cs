using System.Text.Json;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Turns;

namespace HardE.Bot.Commands.Eval;

/// <summary>One labelled case: what is said in which world, and what must come of it.</summary>
/// <param name="File">The file it stands in, as it was named.</param>
/// <param name="Line">Its line there, from 1.</param>
/// <param name="Json">The whole case; it was checked to hold id, kind, expect and something to run.</param>
internal sealed record EvalCase(string Id, string Kind, string File, int Line, JsonElement Json)
{
    /// <summary>10:00 on a Tuesday in March, New York: the moment of cases that name none.</summary>
    public static readonly DateTimeOffset DefaultNow = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(-4));

    public JsonElement Expect => Json.GetProperty("expect");

    public IReadOnlyList<string> Tags => Texts("tags");

    /// <summary>Messages of one conversation, in order; none for a mail or a slash command.</summary>
    public IReadOnlyList<string> Turns => Texts("turns");

    public DateTimeOffset Now => Json.TryGetProperty("now", out var now) ? now.GetDateTimeOffset() : DefaultNow;

    public string AreaCode => Text("area_code") ?? "";

    /// <summary>Where it stands, for people.</summary>
    public string Place => $"{File}:{Line}";

    public JsonElement? Fixture => Json.TryGetProperty("fixture", out var fixture) ? fixture : null;

    /// <summary>The records of the case; none but these exist.</summary>
    /// <exception cref="JsonException">The fixture has not the form of records.</exception>
    public CrmSeed Records => Fixture is { } fixture ? fixture.Deserialize<CrmSeed>(TurnJson.Options) ?? new CrmSeed() : new CrmSeed();

    /// <summary>Who types: <c>user</c> of the case, else the first of the fixture, else a director.</summary>
    public Speaker Speaker
    {
        get
        {
            var users = Records.Users ?? [];
            var wanted = Text("user");
            var user = users.FirstOrDefault(u => wanted is null || u.Id == wanted);
            return wanted is not null && user is null ? throw new FormatException($"no user of the fixture is called '{wanted}'.")
                : user is null ? new Speaker("U-1", "Morgan Pike", Text("role") ?? Roles.Director, Email: "morgan.pike@example.com")
                : new Speaker("U-" + user.Id, user.Name, Text("role") ?? user.Role ?? Roles.Director, Email: user.Email);
        }
    }

    public string? Text(string member) =>
        Json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private string[] Texts(string member) =>
        Json.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString() ?? "")] : [];
}

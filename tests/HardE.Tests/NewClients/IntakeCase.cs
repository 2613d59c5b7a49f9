using System.Text.Json;

namespace HardE.Tests.NewClients;

/// <summary>One labelled intake conversation, as docs of the evals describe it.</summary>
public sealed record IntakeCase(string Id, IReadOnlyList<string> Tags, IReadOnlyList<string> Turns, JsonElement Expect)
{
    public string AreaCode { get; init; } = "";

    public DateTimeOffset Now { get; init; } = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(-4));

    public IReadOnlyList<(string Id, string Name)> Users { get; init; } = [];

    public static IReadOnlyList<IntakeCase> Load(string path) =>
        [.. File.ReadLines(path).Where(l => l.Trim().Length > 0).Select(Parse)];

    public IReadOnlyList<string> Names(string member) =>
        Expect.TryGetProperty(member, out var list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];

    private static IntakeCase Parse(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var users = json.TryGetProperty("fixture", out var fixture) && fixture.TryGetProperty("users", out var list)
            ? list.EnumerateArray().Select(u => (u.GetProperty("id").GetString()!, u.GetProperty("name").GetString()!)).ToList()
            : [];
        return new IntakeCase(json.GetProperty("id").GetString()!, [.. json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)],
            [.. json.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!)], json.GetProperty("expect").Clone())
        {
            AreaCode = json.TryGetProperty("area_code", out var code) ? code.GetString()! : "",
            Now = json.TryGetProperty("now", out var now) ? now.GetDateTimeOffset() : new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(-4)),
            Users = users,
        };
    }
}

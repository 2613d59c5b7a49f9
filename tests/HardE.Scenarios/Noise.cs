using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HardE.Scenarios;

/// <summary>What nobody should send, the same for the same seed.</summary>
internal sealed class Noise(int seed)
{
    private static readonly string[] Words =
    [
        "John", "Smith", "gutter", "roof", "price", "customer", "note", "primer", "video", "move", "to", "the", "job", "Sold", "555-0123", "$", "%", "find", "create",
        "?", "yes", "no", "cancel", "undo", "délai", "屋根", "سقف", "🏠🔨", "\u202E", "\u200B", "'; DROP TABLE inbox; --", "<script>", "{{7*7}}", "../../etc/passwd", "@channel",
    ];

    private readonly Random random = new(seed);

    /// <summary>Any bytes.</summary>
    public byte[] Bytes()
    {
        var bytes = new byte[random.Next(0, 3000)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>JSON that has nothing to do with anything, sometimes very deep.</summary>
    public byte[] Json() => random.Next(8) == 0
        ? Encoding.UTF8.GetBytes(new string('[', 2000) + new string(']', 2000))
        : Encoding.UTF8.GetBytes(Node(5)?.ToJsonString() ?? "null");

    /// <summary>A good body with something changed: a byte, a value of another kind, a member that is missing, a cut end.</summary>
    public byte[] Bent(byte[] good)
    {
        switch (random.Next(4))
        {
            case 3:
                return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(good).Replace("help", "\\ud800 help", StringComparison.Ordinal)); // half a character
            case 0:
                var bytes = good.ToArray();
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 1:
                return good[..random.Next(good.Length)];
            default:
                var node = JsonNode.Parse(good)!.AsObject();
                Bend(node);
                return JsonSerializer.SerializeToUtf8Bytes(node);
        }
    }

    /// <summary>A message that some person, or some program, might type.</summary>
    public string Text() => random.Next(5) switch
    {
        0 => Encoding.UTF8.GetString(Bytes()).Replace("\0", "", StringComparison.Ordinal),
        1 => new string([.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => (char)random.Next(32, 0xD7FF))]),
        2 => string.Concat(Enumerable.Repeat(Pick(Words), random.Next(1, 300))),
        _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pick(Words))),
    };

    private void Bend(JsonObject node)
    {
        var target = node;
        while (random.Next(2) == 0 && target.Select(m => m.Value).OfType<JsonObject>().ToList() is { Count: > 0 } inner)
        {
            target = inner[random.Next(inner.Count)];
        }

        var name = target.Count == 0 ? "x" : target.ElementAt(random.Next(target.Count)).Key;
        if (random.Next(3) == 0)
        {
            target.Remove(name);
        }
        else
        {
            target[name] = Node(3);
        }
    }

    private JsonNode? Node(int depth) => random.Next(depth <= 0 ? 5 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(int.MinValue, int.MaxValue)),
        3 => JsonValue.Create(random.NextDouble() * 1e300),
        4 => JsonValue.Create(Pick(Words)),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Node(depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(6)).Select(i =>
            KeyValuePair.Create(i == 0 ? "type" : string.Create(CultureInfo.InvariantCulture, $"{Pick(Words)}{i}"), Node(depth - 1)))),
    };

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}

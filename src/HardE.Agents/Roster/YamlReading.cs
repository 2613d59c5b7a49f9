using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HardE.Agents.Roster;

/// <summary>
/// Walks a YAML tree beside the C# types it should fit. Everything that does not fit is reported and left out, so
/// that one pass finds all of it; the line of every path is remembered for the checks that follow.
/// </summary>
internal sealed class YamlReading
{
    private const int MaxDepth = 12;
    private readonly List<(string Path, int Line, string Message, string? Hint)> misfits = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Path, int Line, string Message, string? Hint)> Misfits => misfits;
    public IReadOnlyDictionary<string, int> Lines => lines;

    /// <summary>The node as JSON of this type; null when nothing of it fits.</summary>
    public JsonNode? Read(YamlNode node, Type type, string path = "", int depth = 0)
    {
        lines[path] = (int)node.Start.Line;
        if (depth > MaxDepth)
        {
            return Misfit(node, path, "is nested too deeply");
        }

        if (node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" })
        {
            return Misfit(node, path, "has no value", "leave the key out or give it a value");
        }

        var info = ConfigJson.Strict.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (info.Kind, node) switch
        {
            (JsonTypeInfoKind.Object, YamlMappingNode map) => ReadObject(map, info, path, depth),
            (JsonTypeInfoKind.Dictionary, YamlMappingNode map) => ReadMap(map, info.ElementType!, path, depth),
            (JsonTypeInfoKind.Enumerable, YamlSequenceNode list) => ReadList(list, info.ElementType!, path, depth),
            (JsonTypeInfoKind.None, YamlScalarNode scalar) => ReadScalar(scalar, info.Type, path),
            (JsonTypeInfoKind.Enumerable, _) => Misfit(node, path, "must be a list", "write [a, b] or one '- a' a line"),
            (JsonTypeInfoKind.None, _) => Misfit(node, path, "must be a single value"),
            _ => Misfit(node, path, "must be a map of keys and values"),
        };
    }

    private JsonObject ReadObject(YamlMappingNode map, JsonTypeInfo info, string path, int depth)
    {
        var result = new JsonObject();
        var members = info.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            var name = Name(key);
            var at = Join(path, name);
            if (!members.TryGetValue(name, out var member))
            {
                lines[at] = (int)key.Start.Line;
                Misfit(key, at, $"unknown key '{name}'", NearestName.Hint(name, members.Keys));
            }
            else if (Read(value, member.PropertyType, at, depth + 1) is { } read)
            {
                result[name] = read;
            }
        }

        var written = map.Children.Keys.Select(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in info.Properties.Where(p => p.IsRequired && !written.Contains(p.Name)))
        {
            Misfit(map, path, $"the key '{missing.Name}' is missing");
        }

        return result;
    }

    private JsonObject ReadMap(YamlMappingNode map, Type element, string path, int depth)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map.Children)
        {
            if (Read(value, element, Join(path, Name(key)), depth + 1) is { } read)
            {
                result[Name(key)] = read;
            }
        }

        return result;
    }

    private JsonArray ReadList(YamlSequenceNode list, Type element, string path, int depth)
    {
        var result = new JsonArray();
        for (var i = 0; i < list.Children.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (Read(list.Children[i], element, at, depth + 1) is { } read)
            {
                result.Add(read);
            }
        }

        return result;
    }

    private JsonValue? ReadScalar(YamlScalarNode scalar, Type type, string path)
    {
        var text = scalar.Value ?? "";
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(string))
        {
            return JsonValue.Create(text);
        }

        if (type.IsEnum)
        {
            var known = Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToArray();
            return known.Contains(text, StringComparer.Ordinal)
                ? JsonValue.Create(text)
                : Misfit(scalar, path, $"'{text}' is not one of the values", NearestName.Hint(text, known));
        }

        JsonValue? value = Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => text is "true" or "false" ? JsonValue.Create(text == "true") : null,
            TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? JsonValue.Create(whole) : null,
            TypeCode.Decimal => decimal.TryParse(text, NumberStyles.Float, invariant, out var money) ? JsonValue.Create(money) : null,
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, invariant, out var real) && double.IsFinite(real) ? JsonValue.Create(real) : null,
            _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out _) ? JsonValue.Create(text) : null,
        };
        return value ?? Misfit(scalar, path, $"'{text}' is not {Kind(type)}");
    }

    private static string Kind(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 => "a whole number",
        TypeCode.Decimal or TypeCode.Double => "a number",
        _ => "a date like 2027-01-31",
    };

    private JsonValue? Misfit(YamlNode node, string path, string message, string? hint = null)
    {
        misfits.Add((path, (int)node.Start.Line, message, hint));
        return null;
    }

    private static string Name(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}

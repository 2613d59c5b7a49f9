using System.Collections;
using System.Globalization;
using System.Reflection;
using HardE.Agents.Services;

namespace HardE.Bot.Commands.Settings;

/// <summary>A setting with its value as this machine has it.</summary>
/// <param name="Origin">File and line, environment variable, or <c>default</c>.</param>
internal sealed record ShownSetting(string Name, string Value, string Origin)
{
    private static readonly string[] SecretWords = ["Token", "Secret", "Key", "Password", "ConnectionString"];

    /// <summary>The value as it may be printed.</summary>
    public string Shown => Value.Length > 0 && SecretWords.Any(w => Name.Contains(w, StringComparison.OrdinalIgnoreCase)) ? "********" : Value;
}

/// <summary>Every setting there is, one by one, with its value.</summary>
internal static class KnownSettings
{
    /// <summary>In alphabetical order; those that were given by a name of their own (lists) among them.</summary>
    public static IReadOnlyList<ShownSetting> List(IServiceProvider services, IReadOnlyList<GivenSetting> given)
    {
        var defaults = Defaults(services);
        var set = given.Where(g => g.Name is not null).GroupBy(g => g.Name!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Last(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. defaults.Where(d => !set.ContainsKey(d.Key)).Select(d => new ShownSetting(d.Key, d.Value, "default"))
                .Concat(set.Select(s => new ShownSetting(s.Key, s.Value.Value ?? "", s.Value.Origin)))
                .OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static Dictionary<string, string> Defaults(IServiceProvider services)
    {
        var defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Environment"] = "development" };
        foreach (var section in services.GetServices<SettingsSection>())
        {
            foreach (var (name, value) in Leaves(section.Name, section.Type))
            {
                defaults[name] = value;
            }
        }

        foreach (var (name, choices) in Providers.Choices)
        {
            defaults[name] = choices[0];
        }

        return defaults;
    }

    private static IEnumerable<(string Name, string Value)> Leaves(string section, Type type)
    {
        var fresh = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = $"{section}:{property.Name}";
            var value = property.GetValue(fresh);
            var leaves = SettingsCheck.IsSimple(property.PropertyType) || value is null or IEnumerable
                ? (IEnumerable<(string Name, string Value)>)[(name, Text(value))]
                : Leaves(name, property.PropertyType);
            foreach (var leaf in leaves)
            {
                yield return leaf;
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        string text => text,
        IEnumerable several => string.Join(", ", several.Cast<object>().Select(Text)),
        Enum or bool => value.ToString()!.ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

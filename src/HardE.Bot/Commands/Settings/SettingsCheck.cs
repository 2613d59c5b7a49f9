using System.Reflection;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Settings;

/// <summary>Before anything starts: every setting is known, and every value makes sense. All problems at once.</summary>
internal static class SettingsCheck
{
    /// <exception cref="SettingsException">Something does not fit.</exception>
    public static void Run(IServiceProvider services, IReadOnlyList<GivenSetting> given)
    {
        var known = Known(services);
        List<string> problems = [.. given.Where(s => s.Name is null || !known.Any(k => Fits(k, s.Name))).Select(s => Unknown(s, known))];
        problems.AddRange(given.Where(s => s.Name is not null && s.Value is null).Select(s => $"{s.Origin}: the file does not exist or cannot be read."));
        problems.AddRange(given.Where(s => s is { Name: "Environment", Value: not ("development" or "production") })
            .Select(s => $"{s.Origin}: HARDE_ENV is '{s.Value}'; it can be development or production."));
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (AggregateException several)
        {
            problems.AddRange(several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(Sentences));
        }
        catch (OptionsValidationException one)
        {
            problems.AddRange(Sentences(one));
        }

        if (problems.Count > 0)
        {
            throw new SettingsException(problems);
        }
    }

    /// <summary>Every setting there is, as <c>Section:Name</c>; a trailing star stands for any name.</summary>
    public static IReadOnlyList<string> Known(IServiceProvider services) =>
    [
        "Environment",
        .. Providers.Choices.Keys,
        .. services.GetServices<SettingsSection>().SelectMany(s => s.Type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .Select(p => $"{s.Name}:{p.Name}" + (IsSimple(p.PropertyType) ? "" : ":*"))),
    ];

    /// <summary>True for a value that one variable holds.</summary>
    internal static bool IsSimple(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive || bare.IsEnum || bare == typeof(string) || bare == typeof(Uri) || bare == typeof(TimeSpan) || bare == typeof(decimal);
    }

    /// <summary>True when a name is this known setting, or one below its star.</summary>
    internal static bool Fits(string known, string name) => known.EndsWith(":*", StringComparison.Ordinal)
        ? name.StartsWith(known[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static string Unknown(GivenSetting setting, IReadOnlyList<string> known)
    {
        var name = setting.Name ?? setting.Variable["HARDE_".Length..].Replace("_", ":", StringComparison.Ordinal);
        var nearest = known.MinBy(k => EditDistance(k.ToUpperInvariant(), name.ToUpperInvariant())) ?? "";
        return $"{setting.Origin}: there is no setting '{setting.Variable}'. Did you mean HARDE_{nearest.Replace(":", "__", StringComparison.Ordinal)}?";
    }

    private static IEnumerable<string> Sentences(OptionsValidationException problem) => problem.Failures;

    /// <summary>Number of single-letter changes between two words (Levenshtein).</summary>
    internal static int EditDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}

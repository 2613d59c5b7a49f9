using System.Collections.Concurrent;
using System.Reflection;
using HandlebarsDotNet;

namespace HardE.Agents.Scripting;

/// <summary>
/// The wordings that ship with Hard-E: Handlebars files beside this one, a few variants a block. A file is a list of
/// <c>=== block</c> lines, each followed by its text.
/// </summary>
internal sealed class ScriptTemplates
{
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<HandlebarsTemplate<object, object>>>> files =
        new(StringComparer.Ordinal);

    /// <summary>The variants of one block, in the file's order.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such block; cannot happen with the files that ship.</exception>
    public IReadOnlyList<HandlebarsTemplate<object, object>> Variants(string file, string block) =>
        files.GetOrAdd(file, Load)[block];

    /// <summary>Names of a file's blocks, in its order.</summary>
    public static IEnumerable<string> Blocks(string file) => Read(file).Select(p => p.Block).Distinct();

    /// <summary>Texts of one block by their name, without compiling: tests and the source list read them.</summary>
    public static IReadOnlyList<(string Block, string Text)> Read(string file)
    {
        var name = $"HardE.Agents.Scripting.Templates.{file}.hbs";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The template {name} is not built in.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split("=== ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(part => part.Split('\n', 2)).Select(p => (p[0].Trim(), p[1].Trim())),
        ];
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<HandlebarsTemplate<object, object>>> Load(string file) =>
        Read(file).GroupBy(p => p.Block, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<HandlebarsTemplate<object, object>>)[.. g.Select(p => Engine.Compile(p.Text))],
            StringComparer.Ordinal);
}

using HardE.Agents.Knowledge;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Scripting;

/// <summary>Writes primers: CRM record and company profile into spoken English, checked before anybody hears it.</summary>
/// <remarks>A company's own primer template in SCRIPT_TEMPLATES comes before the wordings that ship with Hard-E.</remarks>
public sealed class ScriptWriter(IOptions<CompanyOptions> options, KnowledgeLibrary? knowledge = null)
{
    /// <summary>More than this after the greeting, and a primer loses what may be left out: two minutes and a half are enough.</summary>
    private const int ComfortableWords = 345;

    private static readonly (string Block, string Title)[] Blocks =
    [
        ("greeting", "Welcome"),
        ("reason", "Why we are coming"),
        ("visit", "What will happen"),
        ("teach", "Two things worth knowing"),
        ("questions", "Questions for any contractor"),
        ("ready", "Please have ready"),
        ("reassurance", "Your decision, your time"),
        ("signoff", "See you soon"),
    ];

    /// <summary>Blocks that are told more briefly when the whole is too long, first to last.</summary>
    private static readonly string[] Trimmed = ["ready", "reason", "questions", "visit", "teach"];

    private readonly CompanyOptions company = options.Value;
    private readonly ScriptTemplates templates = new();

    /// <summary>Writes and checks one primer. The same input gives the same words.</summary>
    public async Task<PrimerScript> WritePrimerAsync(PrimerScriptInput input, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var trades = TradeWords.Of(input.Trades, input.JobDescription);
        if (await FromCompanyTemplateAsync(input, trades, ct) is { Ok: true } own)
        {
            return own;
        }

        var sections = Blocks.Select(b => Write(b.Block, trades, input, input.Length)).ToArray();
        foreach (var block in Trimmed.TakeWhile(_ => Count(sections.Skip(1)) > ComfortableWords))
        {
            sections[Array.FindIndex(Blocks, b => b.Block == block)] = Write(block, trades, input, ScriptLength.Brief);
        }

        var script = new PrimerScript($"Your {trades[0].Visit}, step by step", sections, Count(sections), []);
        return script with { Problems = ScriptRules.Check(script, input, company) };
    }

    /// <summary>The company's own text, filled; null when it has none for this trade, or another wording is asked for.</summary>
    private async Task<PrimerScript?> FromCompanyTemplateAsync(PrimerScriptInput input, IReadOnlyList<Trade> trades, CancellationToken ct)
    {
        var asWritten = input is { Variant: 0, Opener: 0, Tone: ScriptTone.Plain, Length: ScriptLength.Full };
        if (knowledge is null or { IsSample: true } || !asWritten || trades.Count > 1)
        {
            return null;
        }

        var index = await knowledge.OpenAsync(ct);
        var script = CompanyPrimer.Fill(index.Documents, trades[0], PrimerWords.Of(input, trades, company));
        return script is null ? null : script with { Problems = ScriptRules.Check(script, input, company) };
    }

    /// <summary>Writes what a rep says: the twelve steps of a visit, or a call. Slots that are not known are marked as missing.</summary>
    public IReadOnlyList<ScriptSection> WriteStandard(StandardScriptInput input)
    {
        var words = StandardWords.Of(input, company);
        var file = input.Kind == StandardKinds.Visit ? "standard-visit" : "standard-calls";
        return
        [
            .. ScriptTemplates.Blocks(file).Where(b => input.Kind == StandardKinds.Visit || b == input.Kind)
                .Select(b => new ScriptSection(
                    StandardKinds.Titles.GetValueOrDefault(b, b), Lines(templates.Variants(file, b)[0](words)))),
        ];
    }

    private static string Lines(string text) =>
        string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));

    private static int Count(IEnumerable<ScriptSection> sections) => sections.Sum(s => Sentences.CountWords(s.Text));

    private ScriptSection Write(string block, IReadOnlyList<Trade> trades, PrimerScriptInput input, ScriptLength length)
    {
        var words = PrimerWords.Of(input with { Length = length }, trades, company);
        if (block == "teach")
        {
            (words["point1"], words["point2"]) = Points(trades, input, words);
        }

        var file = block is "visit" or "ready" ? $"primer-{trades[0].Id}" : "primer-any";
        var variants = templates.Variants(file, block);
        var rewrite = block == "greeting" ? input.Variant + input.Opener : input.Variant;
        var text = input.Length == ScriptLength.Brief && block != "greeting"
            ? variants.Select(v => v(words)).MinBy(Sentences.CountWords)!
            : variants[Wording.Pick(input.CustomerKey, block, variants.Count, rewrite)](words);
        return new ScriptSection(Blocks.Single(b => b.Block == block).Title, Sentences.Tidy(text));
    }

    /// <summary>Two points to teach: of the one trade, or one of each of the first two.</summary>
    private (string First, string Second) Points(
        IReadOnlyList<Trade> trades, PrimerScriptInput input, Dictionary<string, object?> words)
    {
        var first = templates.Variants($"primer-{trades[0].Id}", "point");
        var start = Wording.Pick(input.CustomerKey, "point", first.Count, input.Variant);
        if (trades.Count == 1)
        {
            return (first[start](words).Trim(), first[(start + 1) % first.Count](words).Trim());
        }

        var second = templates.Variants($"primer-{trades[1].Id}", "point");
        return (first[start](words).Trim(), second[start % second.Count](words).Trim());
    }
}

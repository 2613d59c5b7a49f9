using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Scripting;

/// <summary>Makes versions of a script: writes it anew from what it is made of, puts the edits back in, and checks it.</summary>
internal sealed class ScriptDesk(ScriptWriter writer, IOptions<CompanyOptions> company)
{
    public async Task<(ScriptVersion Version, IReadOnlyList<ScriptProblem> Problems)> PrimerAsync(
        PrimerScriptInput input, IReadOnlyList<ScriptEdit> edits, string change, CancellationToken ct)
    {
        var script = await writer.WritePrimerAsync(input, ct);
        var sections = ScriptEdits.Apply(script.Sections, edits).Where(s => s.Text.Length > 0).ToArray();
        var edited = script with { Sections = sections, WordCount = sections.Sum(s => Sentences.CountWords(s.Text)) };
        var problems = ScriptRules.Check(edited, input, company.Value);
        if (input.Length == ScriptLength.Brief && problems.Any(p => p.Code == "length"))
        {
            return await PrimerAsync(input with { Length = ScriptLength.Full }, edits, change, ct);
        }

        return (new ScriptVersion(0, change, script.Title, sections) { Primer = input, Edits = edits }, problems);
    }

    public ScriptVersion Standard(StandardScriptInput input, IReadOnlyList<ScriptEdit> edits, string change)
    {
        var sections = ScriptEdits.Apply(writer.WriteStandard(input), edits);
        return new ScriptVersion(0, change, StandardKinds.Titles[input.Kind], sections) { Standard = input, Edits = edits };
    }
}

using HardE.Agents.Crm;
using HardE.Agents.Scripting;
using HardE.Agents.Voice;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Primer.Steps;

/// <summary>Step 3: the words, from CRM record and company profile, checked before anybody hears them.</summary>
internal sealed class WriteScript(ScriptWriter writer, ICrm crm, IOptions<PrimerOptions> options) : IPrimerStep
{
    private const int Wordings = 4;

    /// <summary>Said at the end: people know what they listen to.</summary>
    private const string Disclosure = "This video was made with the help of artificial intelligence, and its voice comes from a computer.";

    public string Name => "write_script";

    public string InputOf(PrimerRun run) => $"{run.Work.Customer}";

    public async Task<StepResult> RunAsync(PrimerRun run, CancellationToken ct)
    {
        var input = await InputAsync(run, ct);
        if (input is null)
        {
            return new StepResult.GiveUp("The customer's record cannot be opened in the CRM.");
        }

        PrimerScript? script = null;
        for (var variant = 0; variant < Wordings && script is not { Ok: true }; variant++)
        {
            script = await writer.WritePrimerAsync(input with { Variant = variant }, ct);
        }

        if (script is not { Ok: true })
        {
            return new StepResult.GiveUp($"The script breaks a rule: {script?.Problems[0].Message}");
        }

        var spoken = Disclose(Shorten(script));
        return new StepResult.Done(run with { Work = run.Work with { Script = spoken, Rep = input.RepName } }, $"{spoken.WordCount} words");
    }

    private async Task<PrimerScriptInput?> InputAsync(PrimerRun run, CancellationToken ct)
    {
        var known = run.Work.Customer ?? throw new StepOrderException(Name, nameof(run.Work.Customer));
        var customer = await crm.GetCustomerAsync(run.Tenant, known.Id, ct);
        var found = known.Job is { } id ? await crm.GetJobAsync(run.Tenant, id, ct) : default(CrmResult<Versioned<Job>>?);
        if (!customer.Ok)
        {
            return null;
        }

        var job = found is { Ok: true } open ? open.Value : null;
        var input = PrimerScriptInput.From(run.Tenant, customer.Value, job, await RepAsync(run.Tenant, customer.Value.Value, job?.Value, ct));
        return input.Trades.Count == 0 && known.Trade is { } trade ? input with { Trades = [trade] } : input;
    }

    private async Task<string?> RepAsync(string tenant, Customer customer, Job? job, CancellationToken ct)
    {
        if ((job?.Reps.Count > 0 ? job.Reps[0] : customer.RepId) is not { } rep)
        {
            return null;
        }

        var users = await crm.ListUsersAsync(tenant, ct);
        return users.Ok ? users.Value.FirstOrDefault(u => u.Id == rep)?.Name : null;
    }

    private PrimerScript Disclose(PrimerScript script)
    {
        if (!options.Value.SayMadeByAi || script.Sections.Count == 0)
        {
            return script;
        }

        var last = script.Sections[^1];
        return script with
        {
            Sections = [.. script.Sections.SkipLast(1), last with { Text = $"{last.Text.TrimEnd()} {Disclosure}" }],
            WordCount = script.WordCount + Disclosure.Split(' ').Length,
        };
    }

    /// <summary>The first sentences only, where the settings ask for a short film.</summary>
    private PrimerScript Shorten(PrimerScript script)
    {
        var left = options.Value.MaxSentences;
        if (left == 0)
        {
            return script;
        }

        var sections = new List<ScriptSection>();
        foreach (var section in script.Sections.TakeWhile(_ => left > 0))
        {
            var spoken = Sentences.Split(section.Text).Take(left).ToList();
            left -= spoken.Count;
            sections.Add(section with { Text = string.Join(' ', spoken) });
        }

        return script with { Sections = sections, WordCount = sections.Sum(s => s.Text.Split(' ').Length) };
    }
}

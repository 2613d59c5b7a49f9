using HardE.Agents.Turns;

namespace HardE.Agents.Crm;

/// <summary>One field, before and after.</summary>
public sealed record FieldChange(string Label, string Before, string After);

/// <summary>Collects what changes on a job: the patch, the patch that takes it back, and both in words.</summary>
internal sealed class JobChange(Job job)
{
    private readonly List<FieldChange> fields = [];

    public IReadOnlyList<FieldChange> Fields => fields;

    public JobPatch Patch { get; private set; } = new(default, default, default, default, default, default);

    public JobPatch Reverse { get; private set; } = new(default, default, default, default, default, default);

    public IReadOnlyList<Fact> Facts => [.. fields.SelectMany(f => new[] { new Fact($"{f.Label} before", f.Before), new Fact($"{f.Label} after", f.After) })];

    public void SetDescription(string? text)
    {
        if (text is { Length: > 0 })
        {
            Note("Description", job.Description, text.Trim());
            Patch = Patch with { Description = Maybe<string>.Of(text.Trim()) };
            Reverse = Reverse with { Description = Maybe<string>.Of(job.Description) };
        }
    }

    public void SetName(string? name)
    {
        if (name is not null)
        {
            Note("Name", job.Name ?? "none", name.Trim());
            Patch = Patch with { Name = Maybe<string>.Of(name.Trim()) };
            Reverse = Reverse with { Name = Maybe<string>.Of(job.Name) };
        }
    }

    public void SetTrades(IReadOnlyList<NamedId> trades)
    {
        Note("Trade", Words.TradeList(job.TradeNames), Words.TradeList(trades.Select(t => t.Name)));
        Patch = Patch with { Trades = Maybe<IReadOnlyList<CrmId>>.Of([.. trades.Select(t => t.Id)]) };
        Reverse = Reverse with { Trades = Maybe<IReadOnlyList<CrmId>>.Of(job.Trades) };
    }

    public void SetReps(IReadOnlyList<CrmUser> reps, IReadOnlyList<CrmUser> all)
    {
        var before = job.Reps.Select(r => all.FirstOrDefault(u => u.Id.Value == r.Value)?.Name ?? r.Value).ToList();
        Note("Rep", before.Count == 0 ? "unassigned" : Words.And(before), reps.Count == 0 ? "unassigned" : Words.And(reps.Select(r => r.Name)));
        Patch = Patch with { Reps = Maybe<IReadOnlyList<CrmId>>.Of([.. reps.Select(r => r.Id)]) };
        Reverse = Reverse with { Reps = Maybe<IReadOnlyList<CrmId>>.Of(job.Reps) };
    }

    public void SetInsurance(bool? insurance)
    {
        if (insurance is { } value)
        {
            Note("Insurance", YesNo(job.Insurance), YesNo(value));
            Patch = Patch with { Insurance = Maybe<bool>.Of(value) };
            Reverse = Reverse with { Insurance = Maybe<bool>.Of(job.Insurance) };
        }
    }

    public void SetSite(PostalAddress? site, bool masked)
    {
        if (site is not null)
        {
            Note("Site address", job.SiteAddress is null ? "customer's address" : Words.Address(job.SiteAddress, masked), Words.Address(site, masked));
            Patch = Patch with { SiteAddress = Maybe<PostalAddress>.Of(site) };
            Reverse = Reverse with { SiteAddress = Maybe<PostalAddress>.Of(job.SiteAddress) };
        }
    }

    /// <summary>The patch always holds the field, so that a repeated write is the same request; the words only name a difference.</summary>
    private void Note(string label, string before, string after)
    {
        if (before != after)
        {
            fields.Add(new FieldChange(label, before, after));
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}

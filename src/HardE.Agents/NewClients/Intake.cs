using HardE.Agents.Crm;
using HardE.Agents.NewClients.Reading;
using HardE.Agents.Services;
using HardE.Agents.Turns;
using Microsoft.Extensions.Options;

namespace HardE.Agents.NewClients;

/// <summary>Hears messages into drafts: knows the company, its people and its day.</summary>
internal sealed class Intake(Staff staff, IOptions<CompanyOptions> company)
{
    /// <summary>People who can own a lead.</summary>
    /// <exception cref="ServiceException">The CRM cannot be asked.</exception>
    public Task<IReadOnlyList<CrmUser>> UsersAsync(TurnContext turn, CancellationToken ct) => staff.ListAsync(turn.Tenant, ct);

    public ReadingContext Context(TurnContext turn, NewClientDraft draft, IReadOnlyList<CrmUser> users) => new(
        draft.Form, draft.Asked, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(turn.Now, company.Value.Zone).DateTime))
    {
        AreaCode = company.Value.DefaultAreaCode,
        Demo = company.Value.Demo,
        Users = users,
        Me = Staff.Of(users, turn.Speaker),
    };

    /// <summary>The draft after a message, and what was read from it.</summary>
    public (NewClientDraft Draft, IReadOnlyList<Finding> Heard) Hear(TurnContext turn, NewClientDraft draft, Said said, IReadOnlyList<CrmUser> users)
    {
        var context = Context(turn, draft, users);
        var found = LeadReader.Read(said, context);
        var form = FormMerge.Apply(draft.Form, found, Corrections.IsCorrection(said.Text));
        return (found.Count == 0 ? draft : draft.With(form), found);
    }

    /// <summary>Several leads of one paste, each as a form of its own.</summary>
    public IReadOnlyList<NewClientForm> HearAll(TurnContext turn, IReadOnlyList<Said> leads, IReadOnlyList<CrmUser> users) =>
        [.. leads.Select(lead => Hear(turn, NextDraft.Fresh(turn), lead, users).Draft.Form)];
}

using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Admin.Pages;

/// <summary>A person, what the role allows here, and where a message reaches them.</summary>
internal sealed record PersonLine(StaffMember Person, AdminRight Right, IReadOnlyList<string> Channels);

/// <summary>Who is who.</summary>
internal sealed class PeopleModel(HardE.Agents.State.People people, IOptions<AdminOptions> options) : PageModel
{
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var tenant = User.Admin().Tenant;
        var lines = new List<PersonLine>();
        foreach (var person in await people.ListAsync(tenant, ct))
        {
            var accounts = await people.AccountsAsync(tenant, person.Id, ct);
            lines.Add(new PersonLine(person, options.Value.RightOf(person.Role), [.. accounts.Select(a => a.Channel).Distinct()]));
        }

        People = lines;
    }
}

using System.Globalization;
using HardE.Bot.Admin.Access;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin.Pages;

/// <summary>What videos cost in a month, by step and by person.</summary>
[Authorize(AdminAccess.OperatorPolicy)]
internal sealed class CostsModel(PrimerFigures figures, TimeProvider clock) : PageModel
{
    public DateOnly Month { get; private set; }

    public IReadOnlyList<PrimerCost> Costs { get; private set; } = [];

    /// <summary>The known sum, and how many steps have no known price.</summary>
    public static string Sum(IReadOnlyList<PrimerCost> costs)
    {
        var (known, unknown) = (costs.Sum(c => c.Dollars), costs.Sum(c => c.Unknown));
        return unknown == 0 ? Shown.Cost(known) : known == 0 ? $"unknown ({unknown})" : $"{Shown.Cost(known)} + unknown ({unknown})";
    }

    public async Task OnGetAsync(string? month, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Month = DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : new DateOnly(now.Year, now.Month, 1);
        Costs = await figures.CostsAsync(User.Admin().Tenant, Month, ct);
    }
}

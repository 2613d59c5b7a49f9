using HardE.Agents.Services;
using HardE.Bot.Admin.Access;
using HardE.Jobs.Primer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HardE.Bot.Admin;

/// <summary>
/// Every act on the jobs pages goes through here: right, reason, deed, audit, answer. What was refused is in the audit
/// trail as well.
/// </summary>
internal sealed class JobActs(PrimerActions actions, Audit audit)
{
    private const int LongestReason = 200;

    /// <param name="deed">Does it; whether it was done, and a sentence for the person.</param>
    /// <param name="back">The page that shows the answer.</param>
    public async Task<IActionResult> RunAsync(
        PageModel page, AdminRight needs, string act, string subject, string? reason, Func<AdminUser, Task<(bool Done, string Words)>> deed, string back, CancellationToken ct)
    {
        var user = page.User.Admin();
        if (user.Right < needs)
        {
            await audit.AddAsync(user, act, subject, reason, "no right", ct);
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            page.TempData["Problem"] = $"Please give a reason of at most {LongestReason} characters; nothing was done.";
            return new RedirectResult(back);
        }

        var (done, words) = await TryAsync(deed, user);
        await audit.AddAsync(user, act, subject, reason.Trim(), done ? "done" : words, ct);
        page.TempData[done ? "Notice" : "Problem"] = words;
        return new RedirectResult(back);
    }

    /// <summary>Starts failed runs again, each at the step it failed at, one after the other.</summary>
    public async Task<(bool Done, string Words)> RetryAsync(
        AdminUser user, IReadOnlyList<(string Id, string Step)> failed, string reason, CancellationToken ct)
    {
        var started = 0;
        foreach (var (id, step) in failed)
        {
            started += (await actions.FromAsync(user.Tenant, id, step, user.Name, reason, ct)).Step is null ? 0 : 1;
        }

        return (started > 0, started == 0 ? "No run could be started again." : $"{started} of {failed.Count} runs go on.");
    }

    private static async Task<(bool Done, string Words)> TryAsync(Func<AdminUser, Task<(bool Done, string Words)>> deed, AdminUser user)
    {
        try
        {
            return await deed(user);
        }
        catch (ServiceException problem)
        {
            return (false, $"{problem.Service} cannot be reached; try again.");
        }
    }
}

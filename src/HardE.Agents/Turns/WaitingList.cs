using System.Globalization;
using System.Text;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Agents.Turns;

/// <summary>Everything that waits for a person: what belongs to this conversation first, then the newest.</summary>
public sealed class WaitingList(IEnumerable<IWaitingWork> sources, IOptions<CompanyOptions> company)
{
    private const int MostShown = 12;

    public async Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct)
    {
        var items = new List<WaitingItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.OfAsync(who, ct));
        }

        return [.. items.OrderByDescending(i => i.Here).ThenByDescending(i => i.Since)];
    }

    /// <summary>The list as a sentence and lines.</summary>
    public async Task<string> TextAsync(WaitingFor who, CancellationToken ct)
    {
        var items = await OfAsync(who, ct);
        if (items.Count == 0)
        {
            return "Nothing waits for you: no open question, no draft, no video.";
        }

        var text = new StringBuilder(items.Count == 1 ? "One thing waits for you:" : $"{items.Count} things wait for you:");
        foreach (var item in items.Take(MostShown))
        {
            var since = TimeZoneInfo.ConvertTime(item.Since, company.Value.Zone).ToString("ddd, MMM d 'at' h:mm tt", CultureInfo.GetCultureInfo("en-US"));
            text.Append("\n- ").Append(item.What).Append(item.Here || who.Conversation is null ? "" : " (in another conversation)")
                .Append(", since ").Append(since).Append(": ").Append(item.Next).Append('.');
        }

        return text.Append(items.Count > MostShown ? $"\n- and {items.Count - MostShown} more." : "").ToString();
    }
}

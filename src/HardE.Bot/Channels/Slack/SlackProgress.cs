using HardE.Bot.Channels.Slack.Blocks;

namespace HardE.Bot.Channels.Slack;

/// <summary>How far a message of several parts has come; one sender works on a message at a time.</summary>
internal sealed class SlackProgress(DrawingStyle style)
{
    private readonly SortedDictionary<int, string> sent = [];

    public DrawingStyle Style { get; set; } = style;

    /// <summary>True when the last attempt may have posted a part that is not noted here.</summary>
    public bool Unsure { get; set; }

    public bool Any => sent.Count > 0;
    public string? First => sent.Values.FirstOrDefault(ts => ts.Length > 0);

    public bool Has(int part) => sent.ContainsKey(part);

    public void Sent(int part, string ts) => sent[part] = ts;

    public void Found(IReadOnlyDictionary<int, string> parts)
    {
        foreach (var (part, ts) in parts)
        {
            sent[part] = ts;
        }
    }
}

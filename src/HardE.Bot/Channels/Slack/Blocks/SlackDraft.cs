using HardE.Agents.Turns;

namespace HardE.Bot.Channels.Slack.Blocks;

/// <summary>How much Slack is trusted to draw.</summary>
internal enum DrawingStyle
{
    /// <summary>All kinds of blocks.</summary>
    Rich,

    /// <summary>Only blocks that every workspace has known for years.</summary>
    Plain,

    /// <summary>No blocks at all.</summary>
    Text,
}

/// <summary>One Slack message, drawn and within its limits.</summary>
/// <param name="Text">Whole in itself: what notifications, screen readers and old clients show.</param>
/// <param name="Blocks">What others see; none in a text-only drawing.</param>
/// <param name="Audio">A file that is this message, instead of text.</param>
internal sealed record SlackDraft(string Text, IReadOnlyList<Block> Blocks, AudioPart? Audio = null);

/// <summary>Collects blocks into as few messages as Slack's limits allow.</summary>
internal sealed class DraftWriter
{
    private const int MostBlocks = 48;
    private const int MostCharacters = 12_000;
    private const int MostText = 3_900;
    private readonly List<SlackDraft> done = [];
    private List<Block> page = [];
    private int buttons;

    /// <summary>A number that no other button of the reply has.</summary>
    public int NextButton() => buttons++;

    public void Add(Block block)
    {
        var full = page.Count == MostBlocks || page.Sum(b => b.Size()) + block.Size() > MostCharacters
            || (block is TableBlock && page.OfType<TableBlock>().Any());
        if (full && page.Count > 0)
        {
            Turn();
        }

        page.Add(block);
    }

    public void AddText(string mrkdwn)
    {
        foreach (var piece in Splitter.Split(mrkdwn, SectionBlock.Most))
        {
            Add(new SectionBlock(piece));
        }
    }

    public void Add(AudioPart audio)
    {
        Turn();
        done.Add(new SlackDraft(Mrkdwn.Escape(audio.Name), [], audio));
    }

    /// <summary>Adds blocks that mean nothing alone: they go under what is there, or nowhere.</summary>
    public void AddUnder(IEnumerable<Block> blocks)
    {
        if (page.Count > 0)
        {
            foreach (var block in blocks)
            {
                if (block is ActionsBlock more && page[^1] is ActionsBlock row && row.Elements.Count + more.Elements.Count <= ActionsBlock.Most)
                {
                    page[^1] = new ActionsBlock([.. row.Elements, .. more.Elements]);
                    continue;
                }

                Add(block);
            }
        }
    }

    /// <summary>All messages, in order; never none.</summary>
    public IReadOnlyList<SlackDraft> Finish()
    {
        Turn();
        return done.Count > 0 ? done : [new SlackDraft("–", [new SectionBlock("–")])];
    }

    private void Turn()
    {
        if (page.Count > 0)
        {
            done.Add(new SlackDraft(Splitter.Clip(string.Join("\n", page.Select(b => b.ToText()).Where(t => t.Length > 0)), MostText), page));
            page = [];
        }
    }
}

using System.Text.Json.Serialization;

namespace HardE.Agents.Turns;

/// <summary>What Hard-E says: text that stands alone, and parts that each channel draws in its own way.</summary>
/// <param name="Agent">The agent that answers.</param>
/// <param name="Text">Markdown (bold, italic, lists, links, code); complete without the parts.</param>
public sealed record TurnReply(string Agent, string Text)
{
    /// <summary>Tables, receipts, buttons and the like, in the order to be shown.</summary>
    public IReadOnlyList<ReplyPart> Parts { get; init; } = [];

    /// <summary>True when the text lists its sources itself, so that a channel need not draw them again.</summary>
    [JsonIgnore]
    public bool ListsSources => Text.Contains("\nSources:", StringComparison.Ordinal);

    /// <summary>
    /// Name of a card that lives on: a later reply with the same slot in the same conversation replaces it in place.
    /// </summary>
    public string? Slot { get; init; }
}

/// <summary>A piece of a reply that a channel can draw better than text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ReceiptPart), "receipt")]
[JsonDerivedType(typeof(TablePart), "table")]
[JsonDerivedType(typeof(FactsPart), "facts")]
[JsonDerivedType(typeof(ButtonsPart), "buttons")]
[JsonDerivedType(typeof(CitationsPart), "citations")]
[JsonDerivedType(typeof(AudioPart), "audio")]
[JsonDerivedType(typeof(LinkPart), "link")]
[JsonDerivedType(typeof(ProgressPart), "progress")]
public abstract record ReplyPart;

/// <summary>A label and its value, as a person reads it.</summary>
public sealed record Fact(string Label, string Value);

/// <summary>Proof of one outside write: what changed, for whom, where to look, how to take it back.</summary>
/// <param name="Title">What was done, as a sentence.</param>
/// <param name="Facts">Before and after, numbers, owner.</param>
/// <param name="Link">The record in the outside system, when it has a page.</param>
/// <param name="UndoToken">Pressing a button with this token takes the write back, where that is possible.</param>
public sealed record ReceiptPart(string Title, IReadOnlyList<Fact> Facts, Uri? Link = null, string? UndoToken = null)
    : ReplyPart;

/// <summary>Rows of equal length under headings; cells are plain text.</summary>
public sealed record TablePart(
    string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReplyPart;

/// <summary>Labelled values: a record, a draft, a preview.</summary>
public sealed record FactsPart(string Title, IReadOnlyList<Fact> Facts) : ReplyPart;

/// <summary>Choices the person can press; in a terminal they are numbered.</summary>
public sealed record ButtonsPart(IReadOnlyList<ReplyButton> Buttons) : ReplyPart;

/// <summary>One choice.</summary>
/// <param name="Label">At most 75 characters.</param>
/// <param name="Token">Opaque; comes back as <see cref="TurnRequest.Press"/>. Holds no customer data.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record ReplyButton(string Label, string Token, ButtonStyle Style = ButtonStyle.Plain);

/// <summary>How a button is drawn where the channel has styles.</summary>
public enum ButtonStyle { Plain, Primary, Danger }

/// <summary>The sources an answer rests on, numbered as in the text (<c>[1]</c>).</summary>
public sealed record CitationsPart(IReadOnlyList<Citation> Sources) : ReplyPart;

/// <summary>One source: the document's id, its title, and the words that were used.</summary>
public sealed record Citation(string Id, string Title, string Quote, Uri? Link = null);

/// <summary>Sound to play: a file in the file store.</summary>
/// <param name="File">Key in the file store.</param>
/// <param name="Name">File name for the listener, ends in <c>.mp3</c>.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Transcript">The words that are spoken.</param>
public sealed record AudioPart(string File, string Name, double Seconds, string Transcript) : ReplyPart;

/// <summary>A link the person may open.</summary>
public sealed record LinkPart(string Label, Uri Address) : ReplyPart;

/// <summary>Steps of a longer job and how far each is.</summary>
public sealed record ProgressPart(string Title, IReadOnlyList<ProgressStep> Steps) : ReplyPart;

/// <summary>One step of a longer job; state is waiting, running, done, failed or skipped.</summary>
public sealed record ProgressStep(string Name, string State, string? Detail = null);

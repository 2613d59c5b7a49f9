using System.Text.Json.Serialization;

namespace HardE.Agents.Voice;

/// <summary>A part of a script to be spoken.</summary>
/// <param name="Title">Shown on the section's card, never spoken.</param>
/// <param name="Sentences">As a person reads them; see <c>Sentences.Split</c>.</param>
public sealed record SpokenSection(string Title, IReadOnlyList<string> Sentences);

/// <summary>A sentence and when it is heard, in seconds from the start of the sound.</summary>
public sealed record NarratedSentence(string Text, double Start, double End);

/// <summary>A section and when it is on: from its card, which comes a little before its first word, to the next card; in seconds.</summary>
public sealed record NarratedSection(string Title, double Start, double End, IReadOnlyList<NarratedSentence> Sentences);

/// <summary>Spoken narration: one sound file and the exact time of each sentence in it.</summary>
/// <param name="Audio">Plain voice, mono WAV, with the pauses of the film in it.</param>
/// <param name="Sections">In order; the first starts within the opening pause.</param>
/// <param name="EngineName">What spoke (<see cref="ISpeech.EngineName"/>).</param>
/// <param name="Embedded">See <see cref="ISpeech.Embedded"/>.</param>
public sealed record Narrated(
    AudioClip Audio, IReadOnlyList<NarratedSection> Sections, string EngineName, bool Embedded)
{
    /// <summary>All that is said, one paragraph a section.</summary>
    [JsonIgnore]
    public string Transcript => string.Join("\n\n", Sections.Select(s => string.Join(' ', s.Sentences.Select(t => t.Text))));
}

/// <summary>Silence around speech, in seconds.</summary>
/// <param name="Lead">Before the first word: time for the title card.</param>
/// <param name="Sentence">Between sentences.</param>
/// <param name="Section">Added between sections: time for a section's card to be read.</param>
/// <param name="Tail">After the last word: time for the closing card.</param>
public sealed record Pauses(double Lead, double Sentence, double Section, double Tail)
{
    /// <summary>For a film with title, section and closing cards.</summary>
    public static Pauses Film { get; } = new(3.6, 0.30, 1.2, 4.2);

    /// <summary>For reading a text aloud.</summary>
    public static Pauses Listening { get; } = new(0.15, 0.30, 0.6, 0.3);
}

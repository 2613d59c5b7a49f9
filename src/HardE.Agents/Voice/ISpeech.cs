using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>Speaks sentences: the standard voice. One clip a sentence, so that caption times need no alignment.</summary>
public interface ISpeech
{
    /// <summary>What spoke, as shown to people: <c>flite rms (embedded)</c>.</summary>
    string EngineName { get; }

    /// <summary>True for a voice made on this machine; it sounds like a machine and is said to be one.</summary>
    bool Embedded { get; }

    /// <summary>Speaks each sentence into a mono 16-bit WAV in the folder; all clips have one sample rate.</summary>
    /// <param name="sentences">Numbers and signs spelt out (<c>SpokenText.ForSpeech</c>), at most 300 characters each.</param>
    /// <param name="folder">The caller's work folder; the clips are left there.</param>
    /// <returns>The clips in the order of the sentences.</returns>
    /// <exception cref="ServiceException">The voice is missing or failed.</exception>
    Task<IReadOnlyList<AudioClip>> SpeakAsync(
        IReadOnlyList<string> sentences, string folder, CancellationToken ct);
}

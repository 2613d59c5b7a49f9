using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>Gives plain narration the primer voice. Timing is kept, so captions stay right.</summary>
public interface IVoiceChanger
{
    /// <summary>What changed the voice, as shown to people: <c>studio chain (embedded)</c>.</summary>
    string EngineName { get; }

    /// <summary>True when the change was made on this machine, by filters.</summary>
    bool Embedded { get; }

    /// <summary>Writes the changed voice as 48 kHz mono WAV. Loudness is set later, where it is mixed or encoded.</summary>
    /// <returns>As long as <paramref name="plain"/>, to within 3 percent.</returns>
    /// <exception cref="ServiceException">The engine is missing, failed, or gave back sound of another length.</exception>
    Task<AudioClip> ChangeAsync(AudioClip plain, string folder, CancellationToken ct);
}

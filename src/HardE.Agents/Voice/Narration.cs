using HardE.Agents.Services;

namespace HardE.Agents.Voice;

/// <summary>Makes a script into one sound file with exact times: pipeline step <c>speak</c>.</summary>
public sealed class Narration(ISpeech speech)
{
    /// <summary>Speaks the sections into <c>narration.wav</c> in the folder; running it again replaces the file.</summary>
    /// <exception cref="ServiceException">The voice is missing or failed.</exception>
    public async Task<Narrated> SpeakAsync(
        IReadOnlyList<SpokenSection> sections, Pauses pauses, string folder, CancellationToken ct)
    {
        var joined = new SpeechJoin(pauses);
        var parts = Directory.CreateDirectory(Path.Combine(folder, "speech")).FullName;
        try
        {
            string[] texts = [.. sections.SelectMany(s => s.Sentences)];
            var clips = await speech.SpeakAsync([.. texts.Select(SpokenText.ForSpeech)], parts, ct);
            var next = 0;
            foreach (var section in sections)
            {
                joined.StartSection(section.Title);
                foreach (var text in section.Sentences)
                {
                    joined.Add(text, WavFile.Read(clips[next++].Path));
                }
            }
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }

        var audio = await joined.SaveAsync(Path.Combine(folder, "narration.wav"), ct);
        return new Narrated(audio, joined.Sections, speech.EngineName, speech.Embedded);
    }
}

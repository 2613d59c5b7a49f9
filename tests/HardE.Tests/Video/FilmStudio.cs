using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Voice;
using HardE.Jobs.Video;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Video;

/// <summary>Makes one real film of some seconds for all the tests that only look at it.</summary>
public sealed class FilmStudio : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("harde-test-").FullName;

    public VideoPlan Plan { get; private set; } = null!;

    public Film Film { get; private set; } = null!;

    internal Ffmpeg Ffmpeg { get; } = new(new ChildProcess(TimeProvider.System));

    public async Task InitializeAsync()
    {
        var speech = new FliteSpeech(new ChildProcess(TimeProvider.System), Options.Create(new FliteOptions()));
        SpokenSection[] script = [new("What to expect", ["Hello Jordan, and welcome."]), new("The roof", ["We look at every slope."])];
        var narrated = await new Narration(speech).SpeakAsync(script, Pauses.Film with { Tail = 1.6 }, Folder, default);
        var voice = await new StudioVoice(Ffmpeg).ChangeAsync(narrated.Audio, Folder, default);
        Plan = new VideoPlan("Jordan Sample", new Brand("Sample Exteriors", "#12304A", "201-555-0100"), voice, narrated.Sections);
        Film = await AssembleAsync(Plan, Folder);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    public async Task<Film> AssembleAsync(VideoPlan plan, string folder, VideoOptions? options = null)
    {
        var logos = new LogoReader(Ffmpeg, NullLogger<LogoReader>.Instance);
        using var assembler = new FfmpegAssembler(
            Ffmpeg, logos, Options.Create(options ?? new VideoOptions()), Options.Create(new DataOptions { Folder = Folder }));
        return await assembler.AssembleAsync(plan, folder, default);
    }
}

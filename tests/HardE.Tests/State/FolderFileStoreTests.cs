using System.Security.Cryptography;
using System.Text;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Tests.State;

public sealed class FolderFileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("harde-test-").FullName;
    private readonly FolderFileStore files;

    public FolderFileStoreTests() =>
        files = new FolderFileStore(Options.Create(new FilesOptions()), Options.Create(new DataOptions { Folder = folder }));

    [Fact]
    public async Task A_file_comes_back_as_it_was_stored_and_one_tenant_does_not_see_anothers()
    {
        var stored = await SaveAsync("runs/42/voice.mp3", "sound");

        stored.ShouldBe(new StoredFile("runs/42/voice.mp3", 5, Convert.ToHexStringLower(SHA256.HashData("sound"u8))));
        (await ReadAsync("main", "runs/42/voice.mp3")).ShouldBe("sound");
        (await files.OpenAsync("other", "runs/42/voice.mp3", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reader_keeps_the_file_it_opened_while_it_is_replaced()
    {
        await SaveAsync("a.txt", "old");
        await using var open = await files.OpenAsync("main", "a.txt", default);

        await SaveAsync("a.txt", "newer");

        (await new StreamReader(open!).ReadToEndAsync()).ShouldBe("old");
        (await ReadAsync("main", "a.txt")).ShouldBe("newer");
    }

    [Fact]
    public async Task A_store_that_breaks_off_leaves_the_old_file_and_nothing_half_made()
    {
        await SaveAsync("a.txt", "old");

        await Should.ThrowAsync<InvalidOperationException>(files.SaveAsync("main", "a.txt", new BrokenStream(), default));

        (await ReadAsync("main", "a.txt")).ShouldBe("old");
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a\\b")]
    [InlineData("a\u0000b")]
    [InlineData("caf\u00E9")]
    public async Task A_key_that_is_not_ours_never_touches_a_file(string key)
    {
        await Should.ThrowAsync<ArgumentException>(SaveAsync(key, "x"));
        await Should.ThrowAsync<ArgumentException>(async () => await files.OpenAsync("main", key, default));
        await Should.ThrowAsync<ArgumentException>(async () => await files.DeleteAsync("main", key, default));
        await Should.ThrowAsync<ArgumentException>(async () => await files.OpenAsync("../main", "a", default));
    }

    [Fact]
    public async Task Keys_are_listed_by_prefix_and_gone_when_deleted()
    {
        await SaveAsync("runs/1/a.wav", "1");
        await SaveAsync("runs/1/b.wav", "2");
        await SaveAsync("runs/10/a.wav", "3");

        (await files.ListAsync("main", "runs/1/", default)).ShouldBe(["runs/1/a.wav", "runs/1/b.wav"]);
        (await files.ListAsync("nobody", "", default)).ShouldBeEmpty();
        await files.DeleteAsync("main", "runs/10/a.wav", default);
        await files.DeleteAsync("main", "runs/10/a.wav", default);

        (await files.ListAsync("main", "", default)).ShouldBe(["runs/1/a.wav", "runs/1/b.wav"]);
        Directory.Exists(Path.Combine(folder, "files", "main", "runs", "10")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<StoredFile> SaveAsync(string key, string text) => files.SaveAsync("main", key, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    private async Task<string> ReadAsync(string tenant, string key)
    {
        await using var open = await files.OpenAsync(tenant, key, default);
        return await new StreamReader(open.ShouldNotBeNull()).ReadToEndAsync();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The line went dead.");
    }
}

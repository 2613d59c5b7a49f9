using System.Security.Cryptography;
using System.Text;
using HardE.Agents.Services;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Mail;

/// <summary>
/// A mailbox that is a folder: mails are files in <c>in/new</c>, move to <c>in/done</c> or <c>in/refused</c>, and ours
/// are written to <c>out</c>. A file appears whole by being moved in, as in Maildir.
/// </summary>
internal sealed class FolderMailbox(
    IOptions<MailOptions> options, IOptions<DataOptions> data, IOptions<CompanyOptions> company, TimeProvider clock) : IMailbox
{
    private const string Service = "mail folder";

    public string Address { get; } = options.Value.Address.ToLowerInvariant();

    public bool LeavesTheMachine => false;

    /// <summary>The mailbox's folder.</summary>
    public string Root { get; } = Path.GetFullPath(
        options.Value.Folder.Path is { Length: > 0 } path ? path : Path.Combine(data.Value.Folder, "mail"));

    public Task<IReadOnlyList<string>> ListNewAsync(int most, CancellationToken ct) => Guard<IReadOnlyList<string>>(() => Task.FromResult<IReadOnlyList<string>>(
        [.. new DirectoryInfo(Folder("in", "new")).EnumerateFiles()
            .Where(f => !f.Name.StartsWith('.'))
            .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Name).Take(most)]));

    public Task<IncomingMail?> GetAsync(string name, CancellationToken ct) => Guard(async () =>
    {
        var file = new FileInfo(Place("new", name));
        if (!file.Exists)
        {
            return null;
        }

        return file.Length > MimeReader.LargestMail
            ? throw new BadMailException("larger than 25 MiB")
            : MimeReader.Read(await File.ReadAllBytesAsync(file.FullName, ct));
    });

    public Task MarkAsync(string name, MailMark mark, CancellationToken ct) => Guard(() =>
    {
        var from = Place("new", name);
        if (File.Exists(from))
        {
            File.Move(from, Place(mark == MailMark.Done ? "done" : "refused", name), overwrite: true);
        }

        return Task.FromResult(true);
    });

    public Task SendAsync(OutgoingMail mail, CancellationToken ct) => Guard(async () =>
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Id)))[..32] + ".eml";
        var path = Path.Combine(Folder("out"), name);
        if (File.Exists(path))
        {
            return true; // sent before
        }

        var half = Path.Combine(Folder("out"), $".{name}.{Guid.NewGuid():N}");
        var text = MimeWriter.Write(mail, company.Value.Name, Address, clock.GetUtcNow());
        await File.WriteAllTextAsync(half, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        File.Move(half, path, overwrite: true);
        return true;
    });

    private string Folder(params string[] below) => Directory.CreateDirectory(Path.Combine([Root, .. below])).FullName;

    private string Place(string folder, string name) =>
        Path.Combine(Folder("in", folder), Path.GetFileName(name) is { Length: > 0 } own && own == name
            ? own
            : throw new ArgumentException("Not a name of a mail in this folder.", nameof(name)));

    private static async Task<T> Guard<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServiceException(Service, Failure.Transient, "the folder cannot be used", problem);
        }
    }
}

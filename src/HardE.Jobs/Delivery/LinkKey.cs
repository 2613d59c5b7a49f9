using System.Security.Cryptography;
using System.Text;
using HardE.Agents.State;
using Microsoft.Extensions.Options;

namespace HardE.Jobs.Delivery;

/// <summary>The secret that signs links: from the settings, else kept in the data folder, readable by its owner only.</summary>
public sealed class LinkKey(IOptions<LinkOptions> links, IOptions<DataOptions> data)
{
    private readonly Lazy<byte[]> key = new(() => links.Value.LinkKey is { Length: > 0 } set
        ? SHA256.HashData(Encoding.UTF8.GetBytes(set))
        : FromFile(Path.Combine(data.Value.Folder, "links.key")));

    /// <summary>HMAC-SHA256 of a text, base64url.</summary>
    public string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] FromFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = new FileStream(part, Private()))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
            }

            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part); // it was made before, perhaps this moment by another process: that one counts
        }

        return File.ReadAllBytes(path) is { Length: 32 } bytes
            ? bytes
            : throw new InvalidDataException($"{path} is not a key of 32 bytes; delete it to get a new one (old links stop working).");
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}

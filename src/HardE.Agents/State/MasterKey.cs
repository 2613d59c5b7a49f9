using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HardE.Agents.State;

/// <summary>The key that wraps all others. Section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>At least 32 characters; the same on every node. Empty: a file in the data folder, made at first start.</summary>
    public string MasterKey { get; init; } = "";
}

/// <summary>Holds the master key: from the setting, else from a file only this user can read.</summary>
public sealed class MasterKey
{
    private readonly byte[] key;

    public MasterKey(IOptions<SecurityOptions> security, IOptions<DataOptions> data)
    {
        var secret = security.Value.MasterKey is { Length: > 0 } given ? given : ReadOrMake(data.Value.Make());
        key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
    }

    /// <summary>A key for one purpose; knowing it tells nothing of the others.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));

    private static string ReadOrMake(string folder)
    {
        var file = Path.Combine(folder, "master.key");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        }

        return File.ReadAllText(file).Trim();
    }
}

/// <summary>Keys of the vault in PostgreSQL, so that every node has them.</summary>
internal sealed class VaultKeys(Database database, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.OpenNow();
        return [.. db.Query<string>("SELECT xml FROM vault_key").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.OpenNow();
        db.Execute(
            "INSERT INTO vault_key (id, xml, created_at) VALUES (@id, @xml, @now) ON CONFLICT (id) DO NOTHING",
            new
            {
                id = friendlyName,
                xml = element.ToString(SaveOptions.DisableFormatting),
                now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            });
    }
}

/// <summary>Wraps a vault key with the master key (AES-256-GCM).</summary>
internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    internal const string Purpose = "vault-keys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(12);
        var tag = new byte[16];
        var sealedBytes = new byte[plain.Length];
        using var aes = new AesGcm(master.Derive(Purpose), tag.Length);
        aes.Encrypt(nonce, plain, sealedBytes, tag);
        var element = new XElement("wrapped", Convert.ToBase64String([.. nonce, .. tag, .. sealedBytes]));
        return new EncryptedXmlInfo(element, typeof(MasterKeyDecryptor));
    }
}

/// <summary>Unwraps a vault key; made by the framework from the type name stored beside the key.</summary>
public sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - 28];
        using var aes = new AesGcm(services.GetRequiredService<MasterKey>().Derive(MasterKeyEncryptor.Purpose), 16);
        aes.Decrypt(bytes.AsSpan(0, 12), bytes.AsSpan(28), bytes.AsSpan(12, 16), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

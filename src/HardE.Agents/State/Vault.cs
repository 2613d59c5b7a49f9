using Microsoft.AspNetCore.DataProtection;

namespace HardE.Agents.State;

/// <summary>
/// Keeps what people wrote unreadable in the database and its backups. Keys change by themselves and are wrapped by the
/// master key, which lies outside the database.
/// </summary>
public sealed class Vault(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("HardE.Content.v1");

    public string Seal(string text) => protector.Protect(text);

    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed with another master key, or changed.</exception>
    public string Open(string text) => protector.Unprotect(text);
}

using System.Security.Cryptography;
using System.Text;

namespace HardE.Agents.Scripting;

/// <summary>Chooses among variants so that the same customer always gets the same, and the next rewrite another.</summary>
internal static class Wording
{
    /// <summary>An index below <paramref name="count"/>.</summary>
    /// <param name="key">The customer.</param>
    /// <param name="block">Blocks are chosen independently of each other.</param>
    /// <param name="rewrite">Adds one for each rewrite, so that neighbours differ.</param>
    public static int Pick(string key, string block, int count, int rewrite)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{block}"));
        return (int)((BitConverter.ToUInt32(hash) + (uint)Math.Max(0, rewrite)) % (uint)count);
    }
}

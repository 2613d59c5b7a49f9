using System.Globalization;
using System.Security.Cryptography;

namespace HardE.Agents.State;

/// <summary>Makes ids that sort in the order they were made on one node, and never meet those of another.</summary>
public static class Ids
{
    private static long last;

    /// <summary>27 characters: time in hex, a counter inside the millisecond, and randomness.</summary>
    public static string New(DateTimeOffset now)
    {
        var mine = now.ToUnixTimeMilliseconds() << 12;
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(seen + 1, mine);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                Span<byte> random = stackalloc byte[6];
                RandomNumberGenerator.Fill(random);
                return next.ToString("x15", CultureInfo.InvariantCulture) + Convert.ToHexStringLower(random);
            }
        }
    }
}

using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>Character sets by their names in mail.</summary>
internal static class Charsets
{
    /// <summary>The set of that name; one that nobody knows is read as windows-1252, which reads every byte.</summary>
    public static Encoding Find(string? name)
    {
        var wanted = (name ?? "utf-8").Trim('"', ' ').ToLowerInvariant();
        if (wanted is "utf-8" or "utf8" or "us-ascii" or "ascii" or "")
        {
            return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(wanted) ?? Encoding.GetEncoding(wanted);
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
        }
    }
}

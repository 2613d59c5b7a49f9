using System.Text;

namespace HardE.Jobs.Mail;

/// <summary>Header fields at the top of a mail or part, unfolded (RFC 5322 2.2.3).</summary>
internal static class HeaderBlock
{
    private const int MostFields = 1000;
    private const int LongestBlock = 256 * 1024;

    /// <summary>The fields of a block and what follows it.</summary>
    internal readonly ref struct Split(IReadOnlyList<MailHeader> headers, ReadOnlySpan<byte> body)
    {
        public IReadOnlyList<MailHeader> Headers { get; } = headers;
        public ReadOnlySpan<byte> Body { get; } = body;

        public void Deconstruct(out IReadOnlyList<MailHeader> fields, out ReadOnlySpan<byte> rest)
        {
            fields = Headers;
            rest = Body;
        }
    }

    /// <exception cref="BadMailException">The block is no header, or longer than any real one.</exception>
    public static Split Read(ReadOnlySpan<byte> file, bool mayBeEmpty = false)
    {
        var fields = new List<(string Name, StringBuilder Value)>();
        var position = 0;
        while (position < file.Length)
        {
            var end = file[position..].IndexOf((byte)'\n');
            var next = end < 0 ? file.Length : position + end + 1;
            var line = file[position..next].TrimEnd("\r\n"u8);
            position = next;
            if (line.IsEmpty)
            {
                break;
            }

            Take(Encoding.UTF8.GetString(line), fields);
            if (fields.Count > MostFields || position > LongestBlock)
            {
                throw new BadMailException("the header is too long");
            }
        }

        return fields.Count == 0 && !mayBeEmpty
            ? throw new BadMailException("no header")
            : new Split([.. fields.Select(f => new MailHeader(f.Name, f.Value.ToString().Trim()))], file[position..]);
    }

    private static void Take(string line, List<(string Name, StringBuilder Value)> fields)
    {
        if (line[0] is ' ' or '\t' && fields.Count > 0)
        {
            fields[^1].Value.Append(' ').Append(line.AsSpan().Trim());
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? line[..colon].TrimEnd() : "";
        if (name.Length == 0 || name.Any(c => c is <= ' ' or > '~'))
        {
            if (line.StartsWith("From ", StringComparison.Ordinal) && fields.Count == 0)
            {
                return; // the line that mbox files put before each mail
            }

            throw new BadMailException("a header line without a name");
        }

        fields.Add((name, new StringBuilder(line[(colon + 1)..])));
    }
}

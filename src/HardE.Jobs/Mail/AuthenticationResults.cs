namespace HardE.Jobs.Mail;

/// <summary>One finding of a receiving server: <c>dkim=pass header.d=example.com</c>.</summary>
/// <param name="Method">Lower case, without version.</param>
/// <param name="Result">Lower case: pass, fail, none, temperror...</param>
/// <param name="Properties">By <c>ptype.property</c>, lower case names.</param>
internal sealed record AuthenticationResult(string Method, string Result, IReadOnlyDictionary<string, string> Properties);

/// <summary>An Authentication-Results field (RFC 8601).</summary>
/// <param name="Server">Who wrote it, lower case; null when it names nobody (Exchange Online).</param>
internal sealed record AuthenticationResults(string? Server, IReadOnlyList<AuthenticationResult> Results)
{
    public static AuthenticationResults Parse(string field)
    {
        var pieces = Tokens.Split(AddressList.WithoutComments(field));
        var head = pieces.Count > 0 ? pieces[0] : [];
        var server = head.Count > 0 && !head[0].Contains('=', StringComparison.Ordinal) ? head[0].ToLowerInvariant() : null;
        return new AuthenticationResults(
            server, [.. (server is null ? pieces : pieces.Skip(1)).Select(Result).OfType<AuthenticationResult>()]);
    }

    private static AuthenticationResult? Result(List<string> words)
    {
        if (words.Count == 0 || Pair(words[0]) is not { } main)
        {
            return null; // "none", or nothing
        }

        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in words.Skip(1).Select(Pair).OfType<(string Name, string Value)>())
        {
            properties.TryAdd(pair.Name, pair.Value);
        }

        return new AuthenticationResult(main.Name.Split('/')[0], main.Value.ToLowerInvariant(), properties);
    }

    private static (string Name, string Value)? Pair(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals < 1 ? null : (word[..equals].ToLowerInvariant(), word[(equals + 1)..].Trim('"'));
    }

    /// <summary>Words by statement: split at <c>;</c> and white space outside quotes; no space is left around <c>=</c>.</summary>
    private static class Tokens
    {
        public static List<List<string>> Split(string text)
        {
            var statements = new List<List<string>> { new() };
            var word = new System.Text.StringBuilder();
            var quoted = false;
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (quoted && c == '\\' && i + 1 < text.Length)
                {
                    word.Append(text[++i]);
                    continue;
                }

                quoted ^= c == '"';
                var ends = !quoted && (c == ';' || (char.IsWhiteSpace(c) && !Joins(text, i, word)));
                if (ends && word.Length > 0)
                {
                    statements[^1].Add(word.ToString());
                    word.Clear();
                }

                if (!quoted && c == ';')
                {
                    statements.Add([]);
                }
                else if (quoted || !char.IsWhiteSpace(c))
                {
                    word.Append(c);
                }
            }

            if (word.Length > 0)
            {
                statements[^1].Add(word.ToString());
            }

            return statements;
        }

        private static bool Joins(string text, int i, System.Text.StringBuilder word) =>
            (word.Length > 0 && word[^1] == '=') || (word.Length > 0 && text.AsSpan(i).TrimStart() is ['=', ..]);
    }
}

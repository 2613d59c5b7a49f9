using System.Globalization;
using System.Text;

namespace HardE.Agents.Crm;

/// <summary>Makes spellings comparable: accents and case away, names and numbers cut into words.</summary>
public static class Folding
{
    /// <summary>Lower case without accents; other characters stay.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            folded.Append(char.ToLowerInvariant(c) switch
            {
                'ø' or 'œ' => 'o',
                'æ' => 'a',
                'ł' => 'l',
                'đ' => 'd',
                'ı' => 'i',
                'ß' => 's',
                '’' => '\'',
                var plain => plain,
            });
        }

        return folded.ToString();
    }

    /// <summary>Folded words: O'Neil is one word, a possessive 's is cut off, everything else parts words.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        foreach (var piece in Split(Fold(text ?? "")))
        {
            var word = piece.EndsWith("'s", StringComparison.Ordinal) ? piece[..^2] : piece;
            word = word.Replace("'", "", StringComparison.Ordinal);
            if (word.Length > 0)
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>The digits of a text.</summary>
    public static string Digits(string? text) => new((text ?? "").Where(char.IsAsciiDigit).ToArray());

    /// <summary>
    /// Edits that turn one word into the other (change, add, drop, swap of neighbours), counted up to
    /// <paramref name="most"/> + 1.
    /// </summary>
    public static int Distance(string a, string b, int most = 2)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(rows, a, b, i, j);
            }
        }

        return Math.Min(rows[a.Length, b.Length], most + 1);
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] == '\'' && start >= 0));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text[start..i].TrimEnd('\'');
                start = -1;
            }
        }
    }
}

namespace HardE.Agents.NewClients.Reading;

/// <summary>How many letters to add, drop, change or swap with the next (Damerau-Levenshtein, restricted).</summary>
internal static class EditDistance
{
    /// <returns>The distance, or <paramref name="most"/> + 1 when it is larger.</returns>
    public static int Between(string a, string b, int most)
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
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(a, b, rows, i, j);
            }
        }

        return Math.Min(rows[a.Length, b.Length], most + 1);
    }

    private static int Cheapest(string a, string b, int[,] rows, int i, int j)
    {
        var change = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}

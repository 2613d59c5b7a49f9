namespace HardE.Agents.Roster;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class NearestName
{
    /// <summary>The known name with the fewest letters changed; null when none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var near = known
            .Select(name => (name, distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(n => n.distance).ThenBy(n => n.name, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.name is not null && near.distance <= Math.Max(2, near.name.Length / 3) ? near.name : null;
    }

    /// <summary>A hint: the nearest name, or all of them when there are few.</summary>
    public static string? Hint(string written, IReadOnlyCollection<string> known) =>
        Of(written, known) is { } near ? $"did you mean '{near}'?"
        : known.Count is > 0 and <= 12 ? $"known: {string.Join(", ", known.Order(StringComparer.Ordinal))}"
        : null;

    /// <summary>Letters inserted, left out, swapped or changed (Damerau-Levenshtein, adjacent swaps).</summary>
    internal static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}

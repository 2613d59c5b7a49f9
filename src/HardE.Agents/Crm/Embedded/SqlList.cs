using Dapper;

namespace HardE.Agents.Crm.Embedded;

/// <summary>A list for <c>IN (...)</c> in a form that both databases take: one parameter a value.</summary>
internal static class SqlList
{
    /// <returns>The text between the brackets; the values are added to <paramref name="parameters"/>.</returns>
    public static string Add(DynamicParameters parameters, string name, IReadOnlyCollection<string> values)
    {
        var i = 0;
        foreach (var value in values)
        {
            parameters.Add($"{name}{i++}", value);
        }

        return values.Count == 0 ? "NULL" : string.Join(", ", Enumerable.Range(0, values.Count).Select(n => $"@{name}{n}"));
    }
}

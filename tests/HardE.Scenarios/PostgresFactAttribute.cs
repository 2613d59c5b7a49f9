namespace HardE.Scenarios;

/// <summary>A story that needs a PostgreSQL server (<c>./harde test</c> starts one).</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (ScenarioDatabase.Server is null)
        {
            Skip = "HARDE_TEST_POSTGRES is not set";
        }
    }
}

/// <summary>How much a run of the tests does.</summary>
internal static class Amount
{
    public static bool IsFull => Environment.GetEnvironmentVariable("HARDE_TEST_FULL") == "1";

    public static T Of<T>(T plain, T full) => IsFull ? full : plain;
}

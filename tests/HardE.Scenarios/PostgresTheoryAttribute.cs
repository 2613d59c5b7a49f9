namespace HardE.Scenarios;

/// <inheritdoc cref="PostgresFactAttribute"/>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (ScenarioDatabase.Server is null)
        {
            Skip = "HARDE_TEST_POSTGRES is not set";
        }
    }
}

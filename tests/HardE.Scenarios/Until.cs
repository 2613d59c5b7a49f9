namespace HardE.Scenarios;

/// <summary>Waits for what another process does; how long it takes decides nothing, only whether it happens.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static Task TrueAsync(Func<bool> done, Func<string> otherwise) => TrueAsync(() => Task.FromResult(done()), otherwise);

    /// <exception cref="TimeoutException">It never came true; the message is made by <paramref name="otherwise"/>.</exception>
    public static async Task TrueAsync(Func<Task<bool>> done, Func<string> otherwise)
    {
        var end = DateTime.UtcNow + Patience;
        while (!await done())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException(otherwise());
            }

            await Task.Delay(25);
        }
    }
}

using System.Net;
using Dapper;
using HardE.Simulators;
using Npgsql;

namespace HardE.Scenarios;

/// <summary>PostgreSQL is stopped hard in mid-work and started again (faults F4): nothing acknowledged is lost, the program goes on by itself.</summary>
public sealed class DatabaseOutageTests
{
    private const string Thread = "1700000004.000100";

    [PostgresFact]
    public async Task The_program_says_that_it_is_not_ready_takes_nothing_and_goes_on_afterwards()
    {
        await using var room = await SlackRoom.OpenAsync();
        await using var server = await LocalPostgres.StartAsync();
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>([.. FilmOrder.Settings, .. room.Settings])
        {
            ["HARDE_Database__Provider"] = "postgres",
            ["HARDE_Database__ConnectionString"] = server.ConnectionString,
        });
        await FilmOrder.SettleAsync(program);
        await FilmOrder.DropAsync(Path.Combine(program.Folder, "mail"));
        await using (var db = new NpgsqlConnection(server.ConnectionString))
        {
            await Until.TrueAsync(
                async () => await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM primer_step WHERE seq >= 4") > 0, () => program.Output);
        }

        await room.InsistAsync(Thread, 0, program);
        await server.StopAsync();
        (await program.StatusAsync("health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await program.StatusAsync("health/live")).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < Amount.Of(1, 10); i++)
        {
            (await room.AskAsync(program, Thread, 1)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        }

        await server.StartAgainAsync();
        await Until.TrueAsync(async () => await program.StatusAsync("health/ready") == HttpStatusCode.OK, () => program.Output);
        await room.InsistAsync(Thread, 1, program);
        await room.AnsweredAsync(() => program.Output);
        room.ShouldBeAnsweredOnceInOrder();
        NpgsqlConnection.ClearAllPools();
        await using var again = new NpgsqlConnection(server.ConnectionString);
        await FilmOrder.EndAsync(again, () => program.Output);
        (await FilmTraces.ReadAsync(again, Path.Combine(program.Folder, "mail"), Path.Combine(program.Folder, "files"))).ShouldBe(FilmTraces.Once, program.Output);
    }
}

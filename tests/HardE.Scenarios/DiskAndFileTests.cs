using System.Net;
using Dapper;
using HardE.Agents.State;

namespace HardE.Scenarios;

/// <summary>The disk is full, or another process sits on the SQLite file (faults F5): nothing is acknowledged that is not stored, nothing is lost.</summary>
public sealed class DiskAndFileTests
{
    private const string Thread = "1700000005.000100";

    [Fact]
    public async Task While_another_process_locks_the_file_messages_are_sent_back()
    {
        await using var room = await SlackRoom.OpenAsync();
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var program = await RunningProgram.StartAsync(room.Settings);
        await room.InsistAsync(Thread, 0, program);
        await room.AnsweredAsync(() => program.Output);

        await using (var intruder = await database.OpenAsync(program.Folder))
        {
            await intruder.ExecuteAsync("BEGIN IMMEDIATE");
            (await room.AskAsync(program, Thread, 1)).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await program.StatusAsync("health/live")).ShouldBe(HttpStatusCode.OK);
        }

        await room.InsistAsync(Thread, 1, program);
        await room.AnsweredAsync(() => program.Output);
        room.ShouldBeAnsweredOnceInOrder();
    }

    [SmallDiskFact]
    public async Task On_a_full_disk_messages_are_sent_back_and_the_owner_is_told_so()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 24);
        await using var room = await SlackRoom.OpenAsync();
        await using var program = await RunningProgram.StartAsync(room.Settings, Path.Combine(disk.Folder, "data"));
        await room.InsistAsync(Thread, 0, program);
        await room.AnsweredAsync(() => program.Output);

        disk.Fill();
        var number = 1;
        var status = await room.AskAsync(program, Thread, number);
        while (status == HttpStatusCode.OK && number < 2000)
        {
            status = await room.AskAsync(program, Thread, ++number); // until SQLite needs a page that it does not get
        }

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await program.StatusAsync("health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        var (code, said) = await RunningProgram.RunAsync(program.Folder, new Dictionary<string, string>(), "say", "help");
        code.ShouldBe(1);
        said.ShouldMatch("(?s)(disk|database).*[Rr]eference [0-9a-z]{6,}");
        said.ShouldNotContain("Exception");

        disk.Free();
        await room.InsistAsync(Thread, number, program);
        await room.AnsweredAsync(() => program.Output);
        room.ShouldBeAnsweredOnceInOrder();
        program.Kill();
        await program.StartAsync();
        (await program.AskAsync("help")).Text.ShouldNotBeEmpty();
    }
}

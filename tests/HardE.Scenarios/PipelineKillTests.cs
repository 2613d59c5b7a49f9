using HardE.Agents.State;

namespace HardE.Scenarios;

/// <summary>kill -9 at exact points of the ten steps (faults F2, F3): the film is made all the same, and everything outside happens once.</summary>
public sealed class PipelineKillTests
{
    /// <summary>Plain: the points where most can go wrong. Full: before and after the save of each step, and inside those that take time.</summary>
    public static TheoryData<DatabaseKind, Moment, int> Cuts()
    {
        var cuts = new TheoryData<DatabaseKind, Moment, int>();
        foreach (var kind in ScenarioDatabase.Server is null ? [DatabaseKind.Sqlite] : new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres })
        {
            var points = Amount.IsFull ? All() : kind == DatabaseKind.Sqlite ? [(Moment.Effect, 9), (Moment.Inside, 7)] : [(Moment.BeforeSave, 7)];
            points.ForEach(p => cuts.Add(kind, p.Moment, p.Step));
        }

        return cuts;
    }

    [Theory, MemberData(nameof(Cuts))]
    public async Task The_same_node_goes_on_after_its_restart(DatabaseKind kind, Moment moment, int step)
    {
        await using var database = await ScenarioDatabase.CreateAsync(kind);
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>([.. FilmOrder.Settings, .. database.Settings]));
        await using var db = await database.OpenAsync(program.Folder);
        var (mailbox, files) = (Path.Combine(program.Folder, "mail"), Path.Combine(program.Folder, "files"));
        var cut = new CutPoint(kind, moment, step);
        await FilmOrder.SettleAsync(program);
        await cut.SetAsync(db);

        await FilmOrder.DropAsync(mailbox);
        await Until.TrueAsync(() => cut.IsReachedAsync(db), () => $"The point was never reached. {program.Output}");
        program.Kill();
        await cut.ClearAsync(db);
        await program.StartAsync();

        await FilmOrder.EndAsync(db, () => program.Output);
        await Until.TrueAsync(() => FilmTraces.Leftovers(program.Folder, files).Count == 0, () => string.Join('\n', FilmTraces.Leftovers(program.Folder, files)));
        (await FilmTraces.ReadAsync(db, mailbox, files)).ShouldBe(FilmTraces.Once, program.Output);
    }

    public static TheoryData<Moment, int> CutsOfTwo()
    {
        var cuts = new TheoryData<Moment, int>();
        (Amount.IsFull ? All() : [(Moment.Inside, 7)]).ForEach(p => cuts.Add(p.Moment, p.Step));
        return cuts;
    }

    [PostgresTheory, MemberData(nameof(CutsOfTwo))]
    public async Task The_other_node_goes_on(Moment moment, int step)
    {
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var nodes = await TwoNodes.StartAsync(database, FilmOrder.Settings);
        await using var db = await database.OpenAsync(nodes.Shared);
        var cut = new CutPoint(DatabaseKind.Postgres, moment, step);
        await FilmOrder.SettleAsync(nodes.One);
        await cut.SetAsync(db);

        await FilmOrder.DropAsync(nodes.Mailbox);
        await Until.TrueAsync(() => cut.IsReachedAsync(db), () => $"The point was never reached. {nodes.Output}");
        var (worker, other) = await nodes.WorkerAsync(db);
        worker.Kill();
        await cut.ClearAsync(db);

        await FilmOrder.EndAsync(db, () => other.Output);
        await worker.StartAsync(); // its own work folder is swept when it comes back
        await Until.TrueAsync(
            () => FilmTraces.Leftovers(worker.Folder, nodes.Files).Concat(FilmTraces.Leftovers(other.Folder, nodes.Files)).ToList() is [],
            () => string.Join('\n', FilmTraces.Leftovers(worker.Folder, nodes.Files)));
        (await FilmTraces.ReadAsync(db, nodes.Mailbox, nodes.Files)).ShouldBe(FilmTraces.Once, nodes.Output);
    }

    private static List<(Moment Moment, int Step)> All() =>
    [
        .. Enumerable.Range(1, 10).SelectMany(step => new[] { (Moment.BeforeSave, step), (Moment.AfterSave, step) }),
        (Moment.Inside, 4), (Moment.Inside, 5), (Moment.Inside, 7), (Moment.Effect, 9),
    ];
}

using HardE.Agents.State;
using HardE.Jobs.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Primer;

/// <summary>The whole way with real voice and film: from a mail in the folder to the link, on both databases.</summary>
public sealed class PrimerFilmTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_from_the_director_becomes_a_film_a_note_a_mail_and_an_answer(DatabaseKind kind)
    {
        await using var world = await PrimerWorld.CreateAsync(kind);
        world.Drop("order.eml", PrimerWorld.Mail("Primer", "Please produce Primer Video for John Smith"));

        await world.First.StartAsync();
        var id = (await PrimerWorld.EventuallyAsync(() => world.QueryAsync("SELECT id FROM primer_run"), ids => ids.Count > 0))[0];
        var view = await world.RunAsync(id, v => v.Run.IsOver, seconds: 120);

        view.Run.State.ShouldBe(PrimerState.Done, view.Run.Reason ?? string.Join("; ", view.Steps.Select(s => s.Failure)));
        view.Steps.ShouldAllBe(s => s.State == "done" && s.Attempts == 1);
        var mails = world.Sent();
        mails.Count.ShouldBe(2);
        var client = mails.Single(m => m.To.Contains("john.smith@example.com"));
        client.Text.ShouldContain(view.Run.Work.Delivered!.Page.AbsoluteUri);
        client.Has("Auto-Submitted").ShouldBeTrue();
        var answer = mails.Single(m => m.To.Contains(PrimerWorld.Director));
        answer.First("In-Reply-To").ShouldBe("<m1@example.com>");
        answer.Subject.ShouldBe("Re: Primer");
        (await world.QueryAsync("SELECT text FROM crm_note WHERE text LIKE 'Primer video made%'")).ShouldHaveSingleItem();
        (await world.QueryAsync("SELECT state || ' ' || reason FROM mail_message")).ShouldBe(["ordered order"]);
        Directory.Exists(Path.Combine(world.Folder, "work", id)).ShouldBeFalse();
        (await world.First.Get<IFileStore>().ListAsync("main", "runs/", default)).ShouldBeEmpty();
        (await world.First.Get<IFileStore>().ListAsync("main", $"films/{id}/", default)).Count.ShouldBe(3);
        Directory.EnumerateFiles(Path.Combine(world.Folder, "mail", "in", "done")).ShouldHaveSingleItem();
    }
}

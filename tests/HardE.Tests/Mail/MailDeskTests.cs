using System.Text;
using HardE.Agents.State;
using HardE.Tests.Primer;
using HardE.Tests.State;

namespace HardE.Tests.Mail;

/// <summary>Mails through the poller: who makes a run, who is refused, and that nothing counts twice.</summary>
public sealed class MailDeskTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    private const string Order = "Please produce Primer Video for John Smith - roof";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_mail_twice_is_one_run_and_other_words_under_its_id_are_refused(DatabaseKind kind)
    {
        await using var world = await PrimerWorld.CreateAsync(kind);
        world.Drop("1.eml", PrimerWorld.Mail("Primer", Order));
        world.Drop("2.eml", PrimerWorld.Mail("Primer", Order));
        world.Drop("3.eml", PrimerWorld.Mail("Primer", "Please produce Primer Video for Elena Garcia"));
        await PollAsync(world);

        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldHaveSingleItem();
        (await world.QueryAsync("SELECT reason FROM mail_message ORDER BY reason")).ShouldBe(["known_id_with_other_words", "order"]);
        Files(world, "new").ShouldBe(0);
        Files(world, "refused").ShouldBe(1);
    }

    [Fact]
    public async Task A_stranger_is_refused_shown_and_not_answered()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Drop("1.eml", PrimerWorld.Mail("Primer", Order, from: "stranger@example.net"));
        await PollAsync(world);

        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldBeEmpty();
        (await world.QueryAsync("SELECT state || ' ' || reason FROM mail_message")).ShouldBe(["refused unlisted_sender"]);
        world.Sent().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_director_makes_no_run_and_the_director_is_asked_in_chat()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var people = world.First.Get<People>();
        var director = (await people.FindByEmailAsync("main", PrimerWorld.Director, default))!;
        await people.LinkAsync("main", director.Id, "slack", "T1", "U9", default);
        world.Drop("1.eml", PrimerWorld.Mail("Primer", Order, more: "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com\n"));
        await PollAsync(world);

        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldBeEmpty();
        (await world.QueryAsync("SELECT state FROM mail_message")).ShouldBe(["asked"]);
        (await world.SaidAsync()).ShouldHaveSingleItem().ShouldContain("Was this you?");
        world.Sent().ShouldBeEmpty();
    }

    [Fact]
    public async Task Unreadable_and_automatic_mail_stops_nothing()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        world.DropBytes("1.eml", Encoding.UTF8.GetBytes("this is no mail"));
        world.Drop("2.eml", PrimerWorld.Mail("Out of office", Order, "auto@example.com", more: "Auto-Submitted: auto-replied\n"));
        world.Drop("3.eml", PrimerWorld.Mail("Primer", Order, "real@example.com"));
        await PollAsync(world);

        (await world.QueryAsync("SELECT id FROM primer_run")).ShouldHaveSingleItem();
        (await world.QueryAsync("SELECT reason FROM mail_message ORDER BY reason")).ShouldBe(["auto_submitted", "order", "unreadable"]);
    }

    private static int Files(PrimerWorld world, string folder) =>
        Directory.Exists(Path.Combine(world.Folder, "mail", "in", folder)) ? Directory.GetFiles(Path.Combine(world.Folder, "mail", "in", folder)).Length : 0;

    private static async Task PollAsync(PrimerWorld world)
    {
        await using var scope = world.First.Scope();
        await scope.ServiceProvider.PollAsync();
    }
}

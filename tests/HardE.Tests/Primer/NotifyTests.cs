using HardE.Agents.Crm;
using HardE.Agents.State;
using HardE.Jobs.Delivery;
using HardE.Jobs.Primer;
using HardE.Jobs.Primer.Steps;
using HardE.Tests.State;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Primer;

/// <summary>Step notify: note, mail, answer and card, each once; and who is not mailed.</summary>
public sealed class NotifyTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Running_it_again_sends_nothing_again(DatabaseKind kind)
    {
        await using var world = await PrimerWorld.CreateAsync(kind);
        var run = await DeliveredAsync(world, "c-101", "john.smith@example.com");

        var first = await NotifyAsync(world, run);
        var second = await NotifyAsync(world, run);

        first.Work.NoClientMail.ShouldBeNull();
        second.Work.NoClientMail.ShouldBeNull();
        world.Sent().Count.ShouldBe(1);
        (await world.QueryAsync("SELECT text FROM crm_note WHERE text LIKE 'Primer video made%'")).Count.ShouldBe(1);
        (await world.QueryAsync("SELECT id FROM outbox")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_was_started_again_tells_the_asker_but_mails_nobody_twice()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var run = await DeliveredAsync(world, "c-101", "john.smith@example.com");
        await NotifyAsync(world, run);

        await NotifyAsync(world, run with { Round = 1 });

        world.Sent().Count.ShouldBe(1);
        (await world.SaidAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_mail_to_a_homeowner_can_be_ended_with_one_click()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        await NotifyAsync(world, await DeliveredAsync(world, "c-101", "john.smith@example.com"));

        var mail = world.Sent().ShouldHaveSingleItem();
        var link = mail.First("List-Unsubscribe")!.Trim('<', '>');
        mail.First("List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
        mail.Text.ShouldContain(link);
        world.First.Get<HardE.Jobs.Delivery.UnsubscribeLinks>().Read(new Uri(link).Segments[^1]).ShouldBe(("main", "john.smith@example.com"));
    }

    [Fact]
    public async Task A_kill_after_the_mail_and_before_its_row_sends_no_second_mail()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var run = await DeliveredAsync(world, "c-101", "john.smith@example.com");
        await NotifyAsync(world, run);
        await world.ExecuteAsync("UPDATE primer_effect SET state = 'started' WHERE name IN ('client_mail', 'crm_note')");

        await NotifyAsync(world, run);

        world.Sent().Count.ShouldBe(1);
        (await world.QueryAsync("SELECT text FROM crm_note WHERE text LIKE 'Primer video made%'")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_homeowner_without_an_address_is_not_mailed_and_the_asker_hears_why()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var run = await DeliveredAsync(world, "c-105", null);

        var told = await NotifyAsync(world, run);

        world.Sent().ShouldBeEmpty();
        told.Work.NoClientMail.ShouldNotBeNull().ShouldContain("no e-mail address");
        (await world.SaidAsync()).ShouldHaveSingleItem().ShouldContain("no e-mail address");
    }

    [Fact]
    public async Task A_homeowner_who_wrote_stop_is_not_mailed()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        world.Drop("stop.eml", PrimerWorld.Mail("Re: a short video", "STOP", from: "John Smith <john.smith@example.com>"));
        await using var scope = world.First.Scope();
        await scope.ServiceProvider.PollAsync();

        var told = await NotifyAsync(world, await DeliveredAsync(world, "c-101", "john.smith@example.com"));

        world.Sent().ShouldBeEmpty();
        told.Work.NoClientMail.ShouldNotBeNull().ShouldContain("no more mail");
    }

    [Fact]
    public async Task An_address_that_is_not_in_the_record_is_never_mailed()
    {
        await using var world = await PrimerWorld.CreateAsync(DatabaseKind.Sqlite);
        var run = await DeliveredAsync(world, "c-101", "john.smith@example.com");

        var told = await NotifyAsync(world, run with { Order = run.Order with { Recipient = "press@collect.invalid" } });

        world.Sent().ShouldBeEmpty();
        told.Work.NoClientMail.ShouldNotBeNull().ShouldNotContain("collect.invalid");
    }

    [Theory]
    [InlineData("http://localhost:3978/x", true)]
    [InlineData("http://192.168.1.4/x", true)]
    [InlineData("http://[fd00::1]/x", true)]
    [InlineData("http://nas/x", true)]
    [InlineData("https://videos.example.com/x", false)]
    [InlineData("https://203.0.113.9/x", false)]
    public void A_link_into_the_house_is_known_for_one(string link, bool isPrivate) =>
        ClientMailPolicy.IsPrivate(new Uri(link)).ShouldBe(isPrivate);

    private static async Task<PrimerRun> DeliveredAsync(PrimerWorld world, string customer, string? email)
    {
        var accepted = await world.First.Get<PrimerStore>().AcceptAsync(PrimerWorld.Request("John Smith"), null, default);
        var run = (await world.First.Get<PrimerStore>().FindAsync("main", accepted.RunId, default))!;
        var page = new Uri("http://localhost:3978/media/1");
        var record = await world.First.Get<ICrm>().GetCustomerAsync("main", new CrmId("embedded", CrmKind.Customer, customer), default);
        record.Ok.ShouldBeTrue();
        return run with
        {
            Work = new PrimerWork
            {
                Customer = new PrimerCustomer(record.Value.Id, record.Value.Value.DisplayName, record.Value.Value.Name.First, email, null, null, "roofing"),
                Delivered = new Delivered("1", page, page, null, null),
            },
        };
    }

    private static async Task<PrimerRun> NotifyAsync(PrimerWorld world, PrimerRun run)
    {
        await using var scope = world.First.Scope();
        var step = scope.ServiceProvider.GetServices<IPrimerStep>().OfType<Notify>().Single();
        return (await step.RunAsync(run, default)).ShouldBeOfType<StepResult.Done>().Run;
    }
}

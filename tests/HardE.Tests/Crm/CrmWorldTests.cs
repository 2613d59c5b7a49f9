using System.ComponentModel.DataAnnotations;
using HardE.Agents.Crm;
using HardE.Agents.Crm.Embedded;
using HardE.Agents.Services;
using Microsoft.Extensions.Options;

namespace HardE.Tests.Crm;

/// <summary>How an embedded CRM is filled: samples, import.</summary>
public sealed class CrmWorldTests
{
    private const string Good =
        """
        First,Last,Phone Number,E-mail,Address,Town,State,Zip Code,Trade,Description,Sales Rep
        Ana,Lopez,(201) 555-0130,ana@example.com,5 Elm St,Hoboken,New Jersey,07030,Roof,"Leak over the porch, two spots",Dana Whitlock
        Bo,Reed,201.555.0131,,,,,,,,
        """;

    [Fact]
    public async Task The_samples_load_once_and_go_again_without_a_trace()
    {
        await using var world = await CrmWorld.CreateAsync();
        var samples = Samples(world, demo: true);

        (await samples.LoadIfEmptyAsync(CrmWorld.Tenant, default)).ShouldBeTrue();
        (await samples.LoadIfEmptyAsync(CrmWorld.Tenant, default)).ShouldBeFalse();
        (await world.Crm.IsSampleWorldAsync(CrmWorld.Tenant, default)).ShouldBeTrue();
        var smith = (await world.Crm.SearchCustomersAsync(CrmWorld.Tenant, new CustomerQuery("John Smith"), new CrmPaging(), default)).Value.Items.ShouldHaveSingleItem();
        smith.Email.ShouldBe("john.smith@example.com");
        var job = (await world.Crm.FindJobsAsync(CrmWorld.Tenant, new JobQuery(CustomerId: smith.Id), new CrmPaging(), default)).Value.Items.ShouldHaveSingleItem();
        (await world.Crm.GetJobAsync(CrmWorld.Tenant, job.Id, default)).Value.Value.Appointment.ShouldBe(new DateTimeOffset(2026, 3, 12, 17, 30, 0, TimeSpan.FromHours(-4)));

        (await samples.RemoveAsync(CrmWorld.Tenant, default)).ShouldBe(12);
        (await world.Crm.IsEmptyAsync(CrmWorld.Tenant, default)).ShouldBeTrue();
        (await world.Crm.ListUsersAsync(CrmWorld.Tenant, default)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_company_that_is_no_demo_gets_no_samples()
    {
        await using var world = await CrmWorld.CreateAsync();

        (await Samples(world, demo: false).LoadIfEmptyAsync(CrmWorld.Tenant, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_is_shown_first_and_then_written_whole()
    {
        await using var world = await CrmWorld.CreateAsync(seed: CrmWorld.Samples());
        var import = new CustomerImport(world.Crm, world.Database);

        var plan = await import.PreviewAsync(CrmWorld.Tenant, new StringReader(Good), default);
        plan.AllProblems.ShouldBeEmpty();
        (await import.ApplyAsync(CrmWorld.Tenant, plan, default)).ShouldBe(2);

        var ana = (await world.Crm.SearchCustomersAsync(CrmWorld.Tenant, new CustomerQuery("ana lopez"), new CrmPaging(), default)).Value.Items.ShouldHaveSingleItem();
        (await world.Crm.GetCustomerAsync(CrmWorld.Tenant, ana.Id, default)).Value.Value.Jobs.ShouldHaveSingleItem().Description.ShouldBe("Leak over the porch, two spots");
        var again = await import.PreviewAsync(CrmWorld.Tenant, new StringReader(Good), default);
        again.Ready.ShouldBeEmpty();
        again.AlreadyThere.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_wrong_line_stops_the_whole_import_and_every_problem_is_named()
    {
        await using var world = await CrmWorld.CreateAsync();
        var import = new CustomerImport(world.Crm, world.Database);
        var file = Good + "\nCy,,911,nobody,1 Main St,Dover,ZZ,1,Plumbing,,Zed\n";

        var plan = await import.PreviewAsync(CrmWorld.Tenant, new StringReader(file.Replace(",Dana Whitlock", ",", StringComparison.Ordinal)), default);

        plan.AllProblems.Count.ShouldBe(7);
        plan.AllProblems.ShouldAllBe(p => p.StartsWith("line 4: ", StringComparison.Ordinal));
        await Should.ThrowAsync<InvalidOperationException>(() => import.ApplyAsync(CrmWorld.Tenant, plan, default));
        (await world.Crm.IsEmptyAsync(CrmWorld.Tenant, default)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("leap", "text", "Crm:Provider is 'leap'")]
    [InlineData("embedded", "chat", "Crm:MentionDelivery is 'chat'")]
    public void A_setting_that_cannot_be_served_yet_is_refused_by_name(string provider, string delivery, string problem)
    {
        var options = new CrmOptions { Provider = provider, MentionDelivery = delivery };
        var found = new List<ValidationResult>();

        Validator.TryValidateObject(options, new ValidationContext(options), found, validateAllProperties: true).ShouldBeFalse();

        found.ShouldHaveSingleItem().ErrorMessage!.ShouldContain(problem);
    }

    private static SampleCrm Samples(CrmWorld world, bool demo) => new(
        world.Crm, world.Seeds, world.Database, Options.Create(world.Options), Options.Create(new CompanyOptions { Demo = demo }));
}

using HardE.Bot.Commands.Init;

namespace HardE.Tests.Commands;

public sealed class InitTests : IDisposable
{
    private static readonly InitAnswers Good = new()
    {
        Company = "Acme Roofing",
        Phone = "201-555-0123",
        Address = "1 Main Street, Hoboken, NJ 07030",
        TimeZone = "America/New_York",
        AreaCode = "201",
        Director = "Dana Director <dana@example.com>",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("harde-init-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Good_answers_have_no_problem() => Good.Check().ShouldBeEmpty();

    [Fact]
    public void Every_wrong_answer_is_told()
    {
        var wrong = new InitAnswers { Phone = "555-0123", TimeZone = "Mars/Base", AreaCode = "12", Logo = "logo.gif", Director = "dana", SlackBotToken = "xoxb-1", TeamsAppId = "a" };

        wrong.Check().Count.ShouldBe(9);
    }

    [Fact]
    public void Samples_give_way_to_folders_of_the_company()
    {
        var settings = InitSettings.Of(Good, new Dictionary<string, string?>(), folder);

        settings["HARDE_Company__Demo"].ShouldBe("false");
        settings["HARDE_Knowledge__Folder"].ShouldBe(Path.Combine(folder, "knowledge"));
        settings["HARDE_MASTER_KEY"].Length.ShouldBe(64);
        InitSettings.AsConfiguration(settings)["Company:Name"].ShouldBe("Acme Roofing");
    }

    [Fact]
    public void The_key_that_wraps_what_is_stored_is_kept()
    {
        File.WriteAllText(Path.Combine(folder, "master.key"), "present-key\n");

        InitSettings.Of(Good, new Dictionary<string, string?>(), folder)["HARDE_MASTER_KEY"].ShouldBe("present-key");
        InitSettings.Of(Good, new Dictionary<string, string?> { ["Security:MasterKey"] = "given" }, folder).ContainsKey("HARDE_MASTER_KEY").ShouldBeFalse();
    }

    [Fact]
    public void What_was_set_before_stays_where_nothing_new_is_said()
    {
        var before = new Dictionary<string, string?> { ["Company:Name"] = "Before", ["Company:Phone"] = "201-555-0199" };

        var answers = new InitAnswers { Company = "Now" }.Over(before);

        (answers.Company, answers.Phone).ShouldBe(("Now", "201-555-0199"));
    }
}

using HardE.Agents.Triage;
using HardE.Agents.Turns;

namespace HardE.Tests.Triage;

public sealed class TriageRulesTests
{
    [Theory]
    [InlineData("hi")]
    [InlineData("help")]
    [InlineData("what can you do?")]
    [InlineData("")]
    [InlineData("🎉🎉🎉")]
    [InlineData("\u200B\u0007")]
    [InlineData("??")]
    public async Task Help_and_first_contact_give_three_examples(string text) =>
        (await Said(Roles.Rep, text)).Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(3, text);

    [Fact]
    public async Task Examples_fit_the_role()
    {
        (await Said(Roles.Office, "help")).ShouldContain("Create a new customer");
        (await Said(Roles.Director, "help")).ShouldContain("objections did we lose");
        (await Said(Roles.Guest, "help")).ShouldContain("no role here yet");
    }

    [Theory]
    [InlineData("thanks, that was perfect")]
    [InlineData("lol ok")]
    [InlineData("oops wrong chat, ignore")]
    [InlineData("are you a bot or a person")]
    public async Task Talk_is_answered_at_once(string text) => (await Said(Roles.Rep, text)).ShouldNotBeEmpty();

    [Fact]
    public async Task A_very_long_message_is_not_read() =>
        (await Said(Roles.Rep, new string('x', 40_000))).ShouldContain("40,000");

    [Fact]
    public async Task Right_to_left_text_gets_a_question_back() =>
        (await new RoutingCases().DecideAsync("مرحبا كيف الحال")).ShouldBeOfType<Decision.Unsure>().Question.ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData("roof for Johnson")]
    [InlineData("Smith")]
    [InlineData("do the thing we did yesterday")]
    public async Task What_could_mean_several_things_is_asked_back(string text)
    {
        var question = (await new RoutingCases().DecideAsync(text)).ShouldBeOfType<Decision.Unsure>().Question;

        question.ShouldNotBeNull().ShouldContain("?");
        question.ShouldContain("- ");
    }

    [Theory]
    [InlineData("Call me at (201) 555-0123 x4", "#phone")]
    [InlineData("a hip roof, 62 by 34, 8/12", "#dims")]
    [InlineData("a hip roof, 62 by 34, 8/12", "#pitch")]
    [InlineData("note on 2603-114-01", "#jobno")]
    [InlineData("SARAH@EXAMPLE.COM", "#email")]
    [InlineData("it is 12 Maple Ave", "#street")]
    public void Numbers_are_read_for_their_shape(string text, string shape) => new Utterance(text).Words.ShouldContain(shape);

    private static async Task<string> Said(string role, string text) =>
        (await new RoutingCases().DecideAsync(role, [text])).ShouldBeOfType<Decision.Reply>().Answer.Text;
}

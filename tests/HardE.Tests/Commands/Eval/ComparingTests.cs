using System.Text.Json;
using HardE.Bot.Commands.Eval;

namespace HardE.Tests.Commands.Eval;

/// <summary>When a case counts as right.</summary>
public sealed class ComparingTests
{
    [Theory]
    [InlineData("That is **$1,234.50** in all.", 1234.5)]
    [InlineData("12.5% off", 12.5)]
    [InlineData("Order 24x36 windows", 36)]
    [InlineData("a 7/12 pitch", 12)]
    [InlineData("there are none", 0)]
    [InlineData("Two calls", 2)]
    [InlineData("3–5 days", 5)]
    [InlineData("104 bundles.", 104)]
    [InlineData("costs .75 each", 0.75)]
    public void A_number_is_found(string text, double number) => Comparing.Numbers(text).ShouldContain(number);

    [Theory]
    [InlineData("call-06 was lost", 6)]
    [InlineData("job j-201", 201)]
    [InlineData("1,234", 234)]
    [InlineData("B12 siding", 12)]
    public void A_part_of_a_name_or_number_is_not(string text, double number) => Comparing.Numbers(text).ShouldNotContain(number);

    [Theory]
    [InlineData("He is in **Sold**.", "\"sold\"", true)]
    [InlineData("He was resold", "\"sold\"", false)]
    [InlineData("leave a  comparison\nsheet", "\"Comparison sheet\"", true)]
    [InlineData("about three days", "[\"3\",\"three\"]", true)]
    public void Words_stand_at_word_boundaries(string text, string words, bool there) =>
        Comparing.Occurs(text, JsonElement.Parse(words)).ShouldBe(there);

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", true)]
    [InlineData("""["x","y"]""", """["y","x"]""", true)]
    [InlineData("""["x"]""", """["y","x"]""", false)]
    [InlineData("""{"has":["north","sill"]}""", "\"north wall and sill.\"", true)]
    [InlineData("\"Estimate.\"", "\"estimate\"", true)]
    [InlineData("true", "false", false)]
    public void Values_fit_by_the_members_that_are_wanted(string wanted, string found, bool fits) =>
        Comparing.Fits(JsonElement.Parse(wanted), JsonElement.Parse(found), name => name).ShouldBe(fits);
}

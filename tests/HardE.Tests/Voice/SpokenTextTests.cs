using HardE.Agents.Voice;

namespace HardE.Tests.Voice;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("It costs $1,250.", "It costs one thousand two hundred fifty dollars.")]
    [InlineData("$12,345.50 in all", "twelve thousand three hundred forty five dollars and fifty cents in all")]
    [InlineData("$1 or $0.05", "one dollar or zero dollars and five cents")]
    [InlineData("a $2 million firm", "a two million dollars firm")]
    [InlineData("a 2x4 stud", "a two by four stud")]
    [InlineData("20 sq. of shingles", "twenty square of shingles")]
    [InlineData("100 sq. ft. of wall", "one hundred square feet of wall")]
    [InlineData("Call 201-555-0123.", "Call two zero one, five five five, zero one two three.")]
    [InlineData("Call (201) 555-0123 or 555-0199", "Call two zero one, five five five, zero one two three or five five five, zero one nine nine")]
    [InlineData("15% off", "fifteen percent off")]
    [InlineData("a 6/12 pitch and 1/2 inch", "a six twelve pitch and one half inch")]
    [InlineData("at 9:30 AM or 2 p.m. today", "at nine thirty A M or two P M today")]
    [InlineData("on the 21st and the 3rd", "on the twenty first and the third")]
    [InlineData("since 1998 and 2005 and 2024", "since nineteen ninety eight and two thousand five and twenty twenty four")]
    [InlineData("45 minutes, 3.5 miles", "forty five minutes, three point five miles")]
    [InlineData("Smith & Sons at example.com", "Smith and Sons at example dot com")]
    [InlineData("nothing to change", "nothing to change")]
    public void Amounts_sizes_and_signs_become_words(string written, string said) => SpokenText.ForSpeech(written).ShouldBe(said);

    [Theory]
    [InlineData("Nguy\u1EC5n V\u0103n \u0110\u1EE9c", "Nguyen Van Duc")]
    [InlineData("O'Neil - roof; siding", "O'Neil - roof; siding")]
    [InlineData("hi \U0001F600 there", "hi  there")]
    [InlineData("(set! x) `rm` | <b>", "set! x  rm  b")]
    public void The_embedded_voice_gets_only_letters_it_knows(string text, string said) => FliteSpeech.Pronounceable(text).ShouldBe(said);
}

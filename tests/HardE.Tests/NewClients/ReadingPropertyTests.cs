using FsCheck;
using FsCheck.Fluent;
using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;

namespace HardE.Tests.NewClients;

/// <summary>What must hold for any text: numbers survive every way of writing them, and no value stands without its words.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly string[] Shapes = ["{0}-{1}-{2}", "({0}) {1}-{2}", "{0}.{1}.{2}", "+1 {0} {1} {2}", "1-{0}-{1}-{2}", "{0}{1}{2}", "({0}){1}{2}", "{0}/{1}/{2}"];

    [Fact]
    public void A_valid_number_is_read_from_every_shape() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var digits = $"{random.Next(2, 10)}{random.Next(0, 9)}{random.Next(0, 10)}{random.Next(2, 10)}{random.Next(0, 10)}{random.Next(2, 10)}{random.Next(0, 10000):0000}";
            var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, Shapes[random.Next(Shapes.Length)], digits[..3], digits[3..6], digits[6..]);
            var form = NormalisationTests.Read($"phone {written}");
            return form.Text(Slots.Phone) == "+1" + digits;
        }));

    [Fact]
    public void Display_and_reading_are_inverse() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(2000000, 9999999).ToArbitrary(), line =>
            PhoneNumber.From("201" + line) is not { } number || PhoneNumber.From(number.Display) == number));

    [Fact]
    public void Nothing_is_read_without_words_that_stand_in_the_text() => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => AllSaid(text.Get)));

    [Fact]
    public void Words_of_the_office_in_any_order_never_lose_their_span() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).ToArbitrary(), pieces => AllSaid(string.Join(' ', pieces))));

    [Fact]
    public void Street_keys_are_stable() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).ToArbitrary(), pieces =>
        {
            var key = StreetKey.Of(string.Join(' ', pieces));
            return StreetKey.Of(key.ToLowerInvariant()).Length <= key.Length;
        }));

    private static readonly string[] Pieces =
    [
        "Sarah", "Johnson", "and", "her", "husband", "Tom", "201-555-0123", "555-0123", "12", "Maple", "Ave", "Apt 4", ",", ".", "\n", "Hoboken", "NJ", "07030",
        "roof", "siding", "no", "email", "sj@example.com", "Thursday", "after 5", "not", "claim", "#", "PM-1", "Google", "referred by", "in", "St", "Name:", "\u200B",
    ];

    private static bool AllSaid(string text)
    {
        var form = NormalisationTests.Read(text);
        return form.Said.Values.All(v => v.Source != SlotSource.Default && v.Said is { Words.Length: > 0 } said
            && (said.Start + said.Words.Length > text.Length || text.Substring(said.Start, said.Words.Length) == said.Words || v.Text?.Contains(said.Words, StringComparison.Ordinal) == true));
    }
}

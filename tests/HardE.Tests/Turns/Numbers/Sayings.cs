using System.Globalization;
using HardE.Agents.Turns;

namespace HardE.Tests.Turns.Numbers;

/// <summary>
/// Sentences a model might write after one tool result: some with numbers that come from nowhere, some that are in order.
/// Made by a seeded generator with forms of its own; it shares no code with the rule it tries.
/// </summary>
internal sealed class Sayings(int seed)
{
    /// <summary>What the person said before.</summary>
    public const string Asked = "the roof is 30 by 50 at 6/12 and they have a budget of 15k, how much is it with gutters?";

    private static readonly string[] Teens = ["thirteen", "fourteen", "sixteen", "seventeen", "nineteen"];
    private static readonly string[] Months = ["January", "March", "April", "June", "August", "October", "December"];
    private static readonly string[] Streets = ["Maple Ave", "E Harrison Avenue", "Oak Street", "N Bluebonnet Dr", "Sycamore Ln", "Barrow Road"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Thursday", "Friday"];
    private readonly Random random = new(seed);

    /// <summary>What the tool of the turn answered.</summary>
    public static ToolResult Found { get; } = ToolResult.Done(
        "18.45 squares with 10 % waste: 56 bundles. 6 inch K-style gutter is $9.10 per foot. The whole job comes to $12,480.00; a rep may give 3 %.",
        new
        {
            squares = 18.45m,
            bundles = 56,
            rows = new object[] { new { item = "6 inch K-style gutter", unit_price = 9.10m, unit = "ft" }, new { item = "Ridge cap", unit_price = 71.25m, unit = "bundle" } },
            total = 12480.00m,
            discount_percent = 3,
            target_margin = 0.38m,
        });

    /// <summary>A sentence with one number that nothing in the turn holds.</summary>
    public string Orphan() => (random.Next(44)) switch
    {
        0 => $"That comes to ${Whole(2000, 9000):N0}.",
        1 => $"Budget about ${Money(1000, 9000)} for it.",
        2 => $"It is {Cents(13, 80)} dollars per foot.",
        3 => $"The total is {Whole(20000, 90000)}.",
        4 => $"You would pay {Whole(21, 99)} bucks a square.",
        5 => $"They can have {Half(11, 40)}% off.",
        6 => $"Our margin is {Half(39, 70)} %.",
        7 => $"Knock off {Whole(13, 37)} percent and they sign.",
        8 => $"Give them {Ten()} percent.",
        9 => $"Plan on {Teen()} hundred dollars.",
        10 => $"It runs {Ten()} thousand dollars.",
        11 => $"Roughly {Tenths(2, 9)}k all in.",
        12 => $"Roughly ${Whole(16, 90)}K all in.",
        13 => $"You need {Whole(19, 48)} sq.",
        14 => $"Order {Whole(60, 180)} bundles.",
        15 => $"That is {Tenths(19, 60)} squares.",
        16 => $"The eave is {Whole(61, 190)} ft long.",
        17 => $"You need {Whole(61, 190)} linear feet of drip edge.",
        18 => $"The wall is {Whole(1200, 2900):N0} square feet.",
        19 => $"Take {Whole(13, 29)} downspouts.",
        20 => $"It weighs {Whole(210, 900)} pounds.",
        21 => $"A monthly payment of ${Whole(101, 380)} works.",
        22 => $"Payment would be {Whole(101, 380)} a month.",
        23 => $"The loan has {Half(13, 29)}% APR.",
        24 => $"It costs ${Whole(4, 9)}.{Whole(11, 99)} a foot.",
        25 => $"Price: USD {Whole(2000, 9000)}.",
        26 => $"Price: {Whole(2000, 9000)} USD.",
        27 => $"Between ${Whole(20, 29)}-{Whole(30, 49)}k is normal.",
        28 => $"A two and a half thousand dollar credit applies.",
        29 => $"You save {Whole(210, 990)} dollars.",
        30 => $"The deposit is {Whole(13, 37)} pct.",
        31 => $"We charge {Whole(21, 99)}¢ a nail.",
        32 => $"It takes {Whole(13, 60)} gallons of sealer.",
        33 => $"Shingles are ${Whole(110, 190)}/sq.",
        34 => $"The markup is {Tenths(2, 9)}x.",
        35 => $"It is a {Whole(31, 48)}-square roof.",
        36 => $"Use {Ten()}-{Unit()} bundles.",
        37 => $"Half off if they sign today.",
        38 => $"A couple of grand covers it.",
        39 => $"That window is {Whole(61, 120)} united inches.",
        40 => $"**${Whole(2, 9)},{Whole(100, 999)}** is the price.",
        41 => $"The warranty is worth {Whole(13, 48)} years.",
        42 => $"1) Tear-off: ${Whole(1100, 4900)}",
        _ => $"- Labor {Whole(1100, 4900):N0}",
    };

    /// <summary>A sentence that is in order: no number of the kinds that need a source, or one that has it.</summary>
    public string Clean() => (random.Next(32)) switch
    {
        0 => $"I can be there on {Pick(Months)} {random.Next(1, 29)}.",
        1 => $"The visit is on {random.Next(1, 13)}/{random.Next(1, 29)}/2026 at {random.Next(1, 12)}:{random.Next(10, 59)} PM.",
        2 => $"Call (201) 555-01{random.Next(10, 99)}.",
        3 => $"Her number is 614-555-01{random.Next(10, 99)}.",
        4 => $"They live at {random.Next(12, 9800)} {Pick(Streets)}, Columbus, OH 43206.",
        5 => $"I found {random.Next(2, 12)} customers of that name.",
        6 => "Our line is open 24/7.",
        7 => "1. Ask what they compare it with.",
        8 => $"{random.Next(2, 9)}. Leave the comparison sheet.",
        9 => $"Step {random.Next(1, 12)}: set expectations.",
        10 => "The whole job comes to **$12,480**.",
        11 => "The whole job comes to $12,480.00.",
        12 => "You need 18.45 squares, so about 18.5 squares.",
        13 => "Order 56 bundles.",
        14 => "A rep may give 3 %.",
        15 => "Six inch gutter is $9.10 per foot.",
        16 => "That fits the budget of $15,000.",
        17 => "With 10 percent waste that is 56 bundles.",
        18 => $"The job number is 2602-{random.Next(101, 999)}-01.",
        19 => $"It is in line {random.Next(3, 60)} of call-0{random.Next(1, 9)}.",
        20 => $"See you {Pick(Days)} at {random.Next(1, 11)} pm.",
        21 => "The house was built in 1987.",
        22 => $"The {random.Next(2, 28)}th works for both owners.",
        23 => "We look at two things first: the attic and the edges.",
        24 => "The footprint is 30 by 50 feet at 6/12.",
        25 => $"He said it best in [{random.Next(1, 5)}].",
        26 => $"Write to office@example.com or open https://example.com/q/{random.Next(1000, 9999)}.",
        27 => "That is three options, good, better and best.",
        28 => $"The quote is dated 2026-0{random.Next(1, 9)}-1{random.Next(0, 9)}.",
        29 => "Our target margin is 38 %.",
        30 => "Please answer within 5 business days.",
        _ => $"Ridge cap is $71.25 a bundle, thank you for waiting {random.Next(2, 9)} minutes.",
    };

    private int Whole(int from, int to)
    {
        while (true)
        {
            var value = random.Next(from, to);
            if (value is not (30 or 50 or 56 or 38 or 71 or 18))
            {
                return value;
            }
        }
    }

    private string Money(int from, int to) => $"{Whole(from, to).ToString("N0", CultureInfo.InvariantCulture)}.{random.Next(10, 99).ToString(CultureInfo.InvariantCulture)}";

    private string Cents(int from, int to) => $"{Whole(from, to).ToString(CultureInfo.InvariantCulture)}.{random.Next(30, 99).ToString(CultureInfo.InvariantCulture)}";

    private string Half(int from, int to) => random.Next(2) == 0 ? Whole(from, to).ToString(CultureInfo.InvariantCulture) : $"{Whole(from, to).ToString(CultureInfo.InvariantCulture)}.5";

    private string Tenths(int from, int to) => $"{Whole(from, to).ToString(CultureInfo.InvariantCulture)}.{random.Next(1, 4).ToString(CultureInfo.InvariantCulture)}";

    private string Ten() => Pick(["twenty", "forty", "sixty", "seventy", "eighty", "ninety"]);

    private string Teen() => Pick(Teens);

    private string Unit() => Pick(["one", "two", "three", "seven", "nine"]);

    private string Pick(string[] words) => words[random.Next(words.Length)];
}

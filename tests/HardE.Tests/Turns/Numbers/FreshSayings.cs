namespace HardE.Tests.Turns.Numbers;

/// <summary>Sentences written by hand after the rule stood, to see what it does with words it was not made for.</summary>
internal static class FreshSayings
{
    public static IReadOnlyList<string> Orphans { get; } =
    [
        "You're looking at something like nine grand.", "Ballpark: 11-14k.", "They'd be paying $289/mo.", "Call it twenty-two five, installed: $22,500.", "It's $7 a foot these days.",
        "The upcharge is 250.", "Figure an extra hundred and forty bucks for the boots.", "A 40-year shingle is standard there.", "Take 17% off the top and smile.",
        "The dealer fee runs 6.99 percent.", "We could do zero down and $310 monthly, 310 dollars in all.", "Add another 3,000 for decking.", "It'll be $ 5.400 more.", "Cost: 8750$.",
        "That's about 1,900 sf of siding.", "Probably 22 squares once you count the porch.", "You'll need 4 1/2 squares more.", "Order a hundred and twelve feet of gutter.", "Eighteen elbows should do.",
        "Count on 26 sheets of OSB.", "I'd bring 14 boxes of nails.", "The ridge is 43' long.", "The window is 34\" wide.", "Each box weighs 65 lbs.", "Give up two points of margin.",
        "Our cost is 61 cents on the dollar.", "Markup should be 1.67.", "Expect 35 to 40 percent.", "Rates start at 8.9% APR.", "It saves about a third: 33 %.", "The rebate is €400.", "Roughly US$ 6,200.",
        "A quarter million dollars in coverage.", "The credit is thirty percent of the cost.", "I can go to 15,750.", "The last three jobs averaged 27,400.", "So 2 x 1,875 = 3,750.",
        "They owe 4,120.55 still.", "Twelve-fifty a square: $12.50.", "Insurance paid 18 grand on a roof like that.", "ACV would be around $9,800; depreciation 3,100.", "| Gutters | 160 ft | $1,456 |",
        "The total (incl. tax) = 13 987 dollars.", "Half a million homes have it: 500,000.", "Nineteen hundred even.", "It has a 55% chance.", "It's priced at 99.", "A fair price is five thousand six hundred.",
    ];

    public static IReadOnlyList<string> Clean { get; } =
    [
        "Sure, one moment.", "Morgan Pike, 614-555-0110, is the rep.", "The appointment is Thursday, March 12, at 5:30 PM.", "I moved it to 3/14.", "He lives at 2210 S 900 E, Salt Lake City, UT 84105.",
        "There are two Smiths: one in Akron, one in Dayton.", "You have 4 open jobs.", "3 of them are in Proposal.", "The four steps are: listen, isolate, answer, ask.", "2) Show the photos.",
        "a) is better than b).", "Option 2 is the middle one.", "The roof is 30 by 50, as you said.", "So at 6/12 that is 18.45 squares.", "56 bundles, with 10% waste.", "The 6 inch gutter costs $9.10 a foot.",
        "In total: $12,480.", "They can spend up to $15k.", "A rep can go to 3%.", "Ridge cap runs $71.25.", "Our target is a margin of 38%.", "I wrote version 3 of the script.", "See document core-07, page 4.",
        "I called at 9 a.m. and at 2 pm.", "That was on 12 February 2026.", "They moved in during the summer of 1998.", "Ring (614) 555-0123 ext 12.", "Job 2602-101-01 has a note from 2026-03-05.",
        "Their house is 115 Barrow Rd, Lexington, KY 40502.", "Give me 10 minutes.", "It takes 2-3 days.", "The permit takes 5 to 10 business days.", "Come at half past four.", "Unit 5B is the corner one.",
        "Type yes to go on, or 2 for the other one.", "Read lines 14 and 22 of call-06.", "She has three kids and two dogs.", "It is the first of the twelve steps.", "Their e-mail is rick22@example.com.",
        "They want it done before the 4th of July.", "The second floor has 3 bedrooms.", "On a scale, he is a ten.", "None of that is in our documents.", "Between 9 and 5 somebody is there.", "I asked twice.",
        "You said 30 x 50 feet.", "Let's split it 50/50 between both reps.", "One more thing: bring the sample board.",
    ];
}

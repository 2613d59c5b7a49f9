namespace HardE.Tests.CallAnalysis;

/// <summary>Lines written after the signs were made, in other words; measured at first sight, then worked in.</summary>
internal static class FreshWords
{
    public static PlantedWords Second { get; } = new(
        new Dictionary<string, string[]>
        {
            ["PRICE"] = ["Ouch. That's double what I had in mind.", "That's a hefty number.", "We can't swing that right now.", "Is that your best price?"],
            ["QUOTES"] = ["We're collecting bids from a few companies.", "Two other contractors are sending us numbers this week.", "I'd feel better with a second opinion on the price."],
            ["THINK"] = ["We'd want to chew on it for a while.", "Let me think on it.", "It's a big decision, we don't rush these."],
            ["SPOUSE"] = ["I'd have to check with the boss, meaning my wife.", "My wife isn't home and I won't do this behind her back.", "We make these calls together, and he's not here tonight."],
            ["INSUR"] = ["State Farm ought to be paying for this.", "Won't my homeowner's policy cover it?", "The other roofer offered to take care of my deductible."],
            ["TIMING"] = ["Can this wait till fall?", "We've got too much going on this month.", "Let's revisit it in the new year."],
            ["TRUST"] = ["The guy before you cashed our check and we never saw him again.", "We've been burned once already.", "Why should I believe you people?"],
            ["REPAIR"] = ["All I need is that one corner fixed.", "Couldn't you replace a few shingles and be done?", "I'm only looking for a patch job."],
            ["DIY"] = ["I've got a nephew who hangs siding, he'd do it cheap.", "I was going to put them in myself.", "My father-in-law and I could knock this out in two weekends."],
            ["FINANCE"] = ["I'm not signing up for payments.", "We stay away from debt.", "We're cash people, no loans."],
            ["MOVING"] = ["We're putting the house up for sale next year.", "We'll be out of here in eighteen months.", "I'm only keeping this place until it sells."],
            ["HOA"] = ["Our HOA decides which colors we can use.", "I need the association's okay first.", "The board would have to vote on it."],
        },
        new Dictionary<string, string[]>
        {
            ["photo-review"] = ["I'll walk you through the photos I took on the roof.", "Look at these pictures from under the eave."],
            ["priorities"] = ["Which of those is most important to you?", "You said keeping the heat in comes first."],
            ["options"] = ["I priced it three ways for you.", "I brought good, better and best."],
            ["isolate"] = ["Other than the price, is there anything else stopping you?", "If we get past that, anything else in the way?"],
            ["comparison-sheet"] = ["This is a comparison sheet, use it with every company that comes.", "Use this sheet with ten questions for the other bids."],
            ["price-drop"] = ["What if I took five hundred off?", "For you I can go down to eight."],
            ["monthly-payment"] = ["That works out to one forty per month.", "We can get the monthly under two hundred."],
            ["direct-close"] = ["Do you want to go ahead with it?", "Can I put you on the schedule?"],
            ["documents"] = ["Your agent will ask for the declarations page.", "I'll put together a storm report with photos for your insurer."],
            ["dated-next-step"] = ["How about I call Tuesday at three?", "I'll be back Friday at nine with the samples."],
            ["staged-payment"] = ["It's twenty percent when you sign and the rest when we're done.", "The balance is due only after the final walk-through."],
            ["hold-date"] = ["A deposit holds your spot in June.", "I can save you a start date in March."],
            ["partner-questions"] = ["What would your wife ask me?", "What is he going to want to know?"],
            ["referral-seed"] = ["Tell your neighbor we'd be glad to look at theirs too.", "Do you know anyone else who got hit by the hail?"],
            ["board-package"] = ["I'll make a package for your board.", "We prepare the papers for the committee."],
        },
        new Dictionary<string, string[][]>
        {
            ["sold"] = [["HOMEOWNER: All right, you talked me into it. Let's go.", "REP: I'll write it up."], ["HOMEOWNER: Yes, we'd like to go ahead.", "REP: Wonderful."], ["REP: Then sign here, please.", "HOMEOWNER: Done. When do you start?"]],
            ["lost"] = [["HOMEOWNER: We're going another direction.", "REP: Thanks for telling me."], ["HOMEOWNER: No thanks. We'll stick with what we have.", "REP: Okay."], ["HOMEOWNER: Sorry, it's a no from us.", "REP: I understand."]],
            ["follow_up"] = [["REP: So Wednesday at noon on the phone, all three of us?", "HOMEOWNER: Yes, that works."], ["HOMEOWNER: Come back on Saturday when she's here.", "REP: Saturday at eleven it is."], ["REP: I'll call you Monday at eight.", "HOMEOWNER: Okay, talk to you then."]],
            ["no_fit"] = [["REP: Honestly, your roof has ten good years left. I wouldn't replace it.", "HOMEOWNER: Really? Thanks."], ["REP: We don't work on flat roofs, so I can't help you there.", "HOMEOWNER: All right."]],
        });
}

namespace HardE.Tests.CallAnalysis;

/// <summary>Lines written after the second words had been worked in; measured at first sight, then worked in.</summary>
internal static class ThirdWords
{
    public static PlantedWords Words { get; } = new(
        new Dictionary<string, string[]>
        {
            ["PRICE"] = ["I wasn't ready for a number like that.", "Can you sharpen your pencil?", "That's more than our car.", "Nope, too much money."],
            ["QUOTES"] = ["We have another company on Thursday.", "I'm getting two more prices.", "How do I know that's fair without other bids?"],
            ["THINK"] = ["Can you leave it with us? We want to think things over.", "Give us the weekend to talk it through.", "We're not ready to commit tonight."],
            ["SPOUSE"] = ["I need my husband's okay on anything over a thousand.", "My partner would have to hear this too.", "Let me see what my wife says."],
            ["INSUR"] = ["Can we put this on my insurance?", "Would a claim pay for the whole roof?", "Who pays my deductible, you?"],
            ["TIMING"] = ["Let's talk again when it gets warmer.", "We'd do it after tax season.", "Not before Easter."],
            ["TRUST"] = ["A contractor took us for four thousand two years ago.", "I've heard too many horror stories.", "The previous crew left nails all over and wouldn't pick up the phone."],
            ["REPAIR"] = ["It's just one leak, why not fix that?", "Can we get away with a patch?", "Only the back slope is bad, isn't it?"],
            ["DIY"] = ["My son is a carpenter, he'd do it on weekends.", "I'm thinking of doing it myself.", "A friend of mine said he can hang them."],
            ["FINANCE"] = ["We never buy on credit.", "I refuse to pay interest.", "Loans are not for us."],
            ["MOVING"] = ["We're about to sell, so I want the cheapest thing that passes inspection.", "We're moving to Florida when I retire.", "It's going on the market in May."],
            ["HOA"] = ["The association wants to see samples.", "I'd have to bring it to the board.", "Our HOA rules are strict."],
        },
        new Dictionary<string, string[]>
        {
            ["photo-review"] = ["I have pictures of all four sides, let's look at them.", "These photos show where the water gets in."],
            ["priorities"] = ["What matters most to you in this project?", "Let me go back to your top priority."],
            ["options"] = ["You have three choices here.", "I'd show you good, better and best."],
            ["isolate"] = ["Is there anything else that makes you hesitate?", "If I could take care of that, is there anything else?"],
            ["comparison-sheet"] = ["I brought a comparison sheet for the other bids.", "Here's a checklist so you can compare bids."],
            ["price-drop"] = ["Tell you what, I'll drop it to nine thousand.", "I can take ten percent off right now."],
            ["monthly-payment"] = ["You'd pay around one sixty a month.", "What monthly amount would be comfortable?"],
            ["direct-close"] = ["Would you like us to get started?", "Shall we write it up?"],
            ["documents"] = ["Look for your declarations page tonight.", "You'll have my report with photos for the adjuster."],
            ["dated-next-step"] = ["Can we talk Thursday at seven?", "I'll stop by Monday at ten to measure."],
            ["staged-payment"] = ["Ten percent when you sign, the balance when you're happy.", "You pay the rest only after the inspection."],
            ["hold-date"] = ["I'll hold a spot in April for you.", "The deposit reserves your start week."],
            ["partner-questions"] = ["What might your husband want to know?", "What else would she ask?"],
            ["referral-seed"] = ["Know anybody who needs a roof?", "If you're happy, tell a neighbor."],
            ["board-package"] = ["I'll prepare a package for the association.", "Here are the papers for your board."],
        },
        new Dictionary<string, string[][]>
        {
            ["sold"] = [["HOMEOWNER: Fine, let's sign it.", "REP: Thank you both."], ["HOMEOWNER: We want to move forward with you.", "REP: I'm glad."], ["HOMEOWNER: Okay, you've convinced me. Put me down for May.", "REP: Done."]],
            ["lost"] = [["HOMEOWNER: We're not going to do this.", "REP: All right, thanks for your time."], ["HOMEOWNER: I'm sorry, we decided against it.", "REP: No problem."], ["HOMEOWNER: No, thank you, we're good.", "REP: Understood."]],
            ["follow_up"] = [["REP: Let's do a video call Tuesday at six.", "HOMEOWNER: Tuesday at six, fine."], ["HOMEOWNER: Call me Friday after lunch.", "REP: Will do, Friday at one."], ["REP: See you Saturday at nine with your wife.", "HOMEOWNER: Sounds good."]],
            ["no_fit"] = [["REP: You don't need a new roof, you need a new boot.", "HOMEOWNER: That's great news."], ["REP: We don't do tile, you should call somebody who does.", "HOMEOWNER: Fair enough."]],
        });
}

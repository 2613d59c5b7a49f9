namespace HardE.Tests.CallAnalysis;

/// <summary>Lines for <see cref="PlantedCalls"/>, by code.</summary>
/// <param name="Endings">Last lines, by outcome.</param>
internal sealed record PlantedWords(
    IReadOnlyDictionary<string, string[]> Objections, IReadOnlyDictionary<string, string[]> Techniques, IReadOnlyDictionary<string, string[][]> Endings)
{
    /// <summary>Written before the signs for unlabelled calls were made; what they missed at first sight was then added to them.</summary>
    public static PlantedWords First { get; } = new(
        new Dictionary<string, string[]>()
        {
            ["PRICE"] = ["Wow, that is way over what we planned to spend.", "That's too expensive for us.", "We only budgeted about eight thousand for this.", "Honestly I didn't expect it to cost that much.", "Can you do any better on the price?", "Your number is a lot higher than the other guy's."],
            ["QUOTES"] = ["We want to get a couple more quotes first.", "I always shop around before I buy.", "You're the first one here, two more companies are coming next week.", "My dad told me never to sign without three estimates.", "We'd like to compare it with another bid.", "I have another contractor coming out Friday."],
            ["THINK"] = ["We need to think about it.", "Let us sleep on it.", "I'd like some time to mull it over.", "Give us a few days to think it over.", "We never decide on the spot.", "I want to sit with it for a bit."],
            ["SPOUSE"] = ["I have to talk to my wife first.", "My husband is at work, and he makes these decisions with me.", "I can't say yes without my partner.", "Let me run it by my wife tonight.", "My husband would kill me if I signed without him.", "She's out of town until Sunday, so I can't decide alone."],
            ["INSUR"] = ["Shouldn't my insurance pay for all of this?", "The last storm chaser said he'd eat the deductible.", "I figured the insurance company covers a new roof.", "Can you get my claim to pay the whole thing?", "Can you just bury the deductible in the bill?", "My neighbor got his free through insurance."],
            ["TIMING"] = ["We'd rather wait until spring.", "It's just not a good time for us right now.", "Maybe next year.", "Let's hold off until after the holidays.", "We're not in a hurry, it can wait.", "Call me back in a few months."],
            ["TRUST"] = ["The last contractor took our deposit and disappeared.", "How do I know you'll still be around in five years?", "We got burned by a roofer before.", "I've had bad experiences with guys who knock on doors.", "I don't really trust contractors.", "The company before you botched the job and never came back."],
            ["REPAIR"] = ["Can't you just patch that spot?", "I only want the leak fixed, not a whole new roof.", "Isn't a small repair enough?", "Just seal it up and we'll see.", "I was hoping you could just fix the bad section.", "Put a bandage on it and I'm happy."],
            ["DIY"] = ["My brother-in-law can do it for the cost of materials.", "I could do this myself on a weekend.", "My cousin does siding on the side.", "I'm pretty handy, I might tackle it on my own.", "A buddy of mine said he'd put it up for beer money.", "My nephew will do it for half."],
            ["FINANCE"] = ["We don't take out loans.", "I don't want another monthly payment.", "We hate being in debt.", "I won't finance anything.", "No credit, we pay for things or we don't buy them.", "I don't like borrowing money."],
            ["MOVING"] = ["We're planning to sell in a year or two.", "We might be moving before long.", "The house goes on the market next summer.", "Why would I put that money in if I'm listing it soon?", "We won't live here much longer.", "We're downsizing next year anyway."],
            ["HOA"] = ["The HOA has to sign off on it.", "Our association is picky about colors.", "It needs board approval.", "The condo board meets once a month.", "I have to submit it to the architectural committee.", "The homeowners association won't allow that without papers."],
        },
        new Dictionary<string, string[]>()
        {
            ["photo-review"] = ["Let me show you a few photos I took up there.", "Here are four photos from the attic, take a look.", "I took pictures of every slope, let's go through them together."],
            ["priorities"] = ["You told me a quiet house comes first, so let's start there.", "Of the three things you listed, which matters most to you?", "Let me read back your priorities to be sure I have them right."],
            ["options"] = ["I have three options for you: good, better and best.", "There are three ways we can do this.", "You can pick between a basic, a middle and a premium package."],
            ["isolate"] = ["If that were settled, is there anything else holding you back?", "Besides that, is there anything else that would keep you from going ahead?", "Suppose we solve that one: anything else in the way?"],
            ["comparison-sheet"] = ["Here's a checklist to compare any bid against ours, line by line.", "Take this comparison sheet along for the others.", "This sheet lists twelve things to ask every company."],
            ["price-drop"] = ["If you sign tonight I can knock off a thousand.", "Okay, I can come down to nine thousand.", "I could shave five hundred off if that helps."],
            ["monthly-payment"] = ["It's only a hundred eighty a month.", "Your monthly payment would be about two hundred.", "Think of it as ninety-nine dollars per month."],
            ["direct-close"] = ["Shall we go ahead?", "Would you like us to do the work?", "Are you ready to get started?"],
            ["documents"] = ["Find your declarations page before you call the agent.", "I'll send you the report and the photos for the adjuster.", "You will get a written damage report with measurements for your insurer."],
            ["dated-next-step"] = ["Can I call you Wednesday at six?", "Let's meet again on Saturday at ten, does that work?", "I'll come back Tuesday at four with the sample, all right?"],
            ["staged-payment"] = ["You pay ten percent at signing, forty percent on delivery, and the rest when you're satisfied.", "It's a third when you sign, a third when material arrives, and the balance after the walk-through.", "Nothing more is due until the job is half done, and the rest only after you inspect it."],
            ["hold-date"] = ["Ten percent holds the week in May for you.", "We can reserve a start date in April for you.", "A small deposit keeps your spot on the calendar."],
            ["partner-questions"] = ["What will your husband want to know?", "What would she ask if she were sitting here?", "Which questions is your partner going to have?"],
            ["referral-seed"] = ["If a neighbor asks who did it, send them my way.", "Most of our work comes from people like you telling a friend.", "Who else on the street might need this?"],
            ["board-package"] = ["I'll put together a package for the board with samples and insurance.", "You'll get a folder for the committee: scope, samples, certificate.", "I'll prepare the application papers for your association."],
        },
        new Dictionary<string, string[][]>()
        {
            ["sold"] = [["HOMEOWNER: Okay, let's do it.", "REP: Great, I'll get the paperwork."], ["HOMEOWNER: You've got a deal, where do I sign?", "REP: Right here, and here is your right to cancel."], ["HOMEOWNER: Alright, go ahead and put us on the schedule.", "REP: Thank you, you'll have the date in writing."], ["REP: So we start in two weeks.", "HOMEOWNER: Sounds good, we'll take it."]],
            ["lost"] = [["HOMEOWNER: No, we're not interested.", "REP: I understand, thanks for having me."], ["HOMEOWNER: I think we'll pass. Thank you for coming.", "REP: All right. Take care."], ["HOMEOWNER: We've decided to go with somebody else.", "REP: Good luck with it."], ["HOMEOWNER: It's not for us. We'll let you know if that changes.", "REP: Okay, you have my card."]],
            ["follow_up"] = [["REP: Then I'll call you Thursday at five.", "HOMEOWNER: Thursday at five works."], ["REP: Shall we say Monday evening at seven, on video?", "HOMEOWNER: Monday at seven is good."], ["HOMEOWNER: Send me the proposal and call me on Friday morning.", "REP: You'll have it tomorrow, and I'll ring at nine on Friday."]],
            ["no_fit"] = [["REP: To be honest, you don't need a new one. It's good for years.", "HOMEOWNER: I appreciate you telling me."], ["REP: We don't do that kind of work, so I'd be the wrong company for you.", "HOMEOWNER: Okay, thanks for being straight."], ["REP: My advice is to leave it alone, there is nothing to replace here.", "HOMEOWNER: That's a surprise. Thank you."]],
        });
}

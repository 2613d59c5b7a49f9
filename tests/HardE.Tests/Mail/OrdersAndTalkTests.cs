using HardE.Jobs.Mail;

namespace HardE.Tests.Mail;

/// <summary>Orders as directors write them, and mails that speak of videos without ordering one.</summary>
public sealed class OrdersAndTalkTests
{
    public static TheoryData<string, string, string> Orders => new()
    {
        // subject, body, customer|job|trade|hold|recipient
        { "Primer", "Please produce Primer Video for John Smith - roof replacement", "John Smith||roofing||" },
        { "", "please produce primer video for john smith roof", "john smith||roofing||" },
        { "New primer", "Hi Hard-E, could you please put together a primer video for Dr. Anjali Rao? She is at job 2604-0031-01, entry door.", "Anjali Rao|2604-0031-01|doors||" },
        { "Friday", "We're at the Hendersons' on Friday. Please make a primer for the Hendersons, siding.", "Henderson||siding||" },
        { "Primer video for Luis de la Vega", "gutters, back of the house", "Luis de la Vega||gutters||" },
        { "FW: web lead", "Can we get a primer out to this couple?\n\n-----Original Message-----\nFrom: web@leads.example\nSent: Monday\nSubject: web lead\n\nName: Patrice Nguyen-Holt\nInterested in: new windows\nJob #: 2604-0102-01", "Patrice Nguyen-Holt|2604-0102-01|windows||" },
        { "Re: Tuesday", "Sounds good. Let's do a primer for Ottoline Marsh before then - she asked about siding.\n\nOn Mon, Mar 2, 2026 at 9:14 AM Dana <dana@example.com> wrote:\n> Marsh is confirmed for Tuesday.", "Ottoline Marsh||siding||" },
        { "primer", "Need a primer for O'Malley, Fiona - windows. Don't send it out until I say so.", "Fiona O'Malley||windows|hold|" },
        { "video", "I'd like a primer video for Terrence Blythe please, roof tear-off. Let me review it first.", "Terrence Blythe||roofing|hold|" },
        { "Primer request", "Client: Wilhelmina Strand\nTrade: gutters\nJob: 2605-0009-02\nNotes: hold for my OK", "Wilhelmina Strand|2605-0009-02|gutters|hold|" },
        { "Primer request - Wilhelmina Strand", "Gutters. Thanks!", "Wilhelmina Strand||gutters||" },
        { "hello", "When you get a minute, please create a primer for Joaquin Estrada. Windows in the kitchen.", "Joaquin Estrada||windows||" },
        { "", "Would you mind making a primer video for Pauline Kershaw? Roof.", "Pauline Kershaw||roofing||" },
        { "Video", "Go ahead and produce the primer video for Kwame Boateng, siding on the garage.", "Kwame Boateng||siding||" },
        { "primer please", "Abigail Frost, 3 windows, job 2604-0077-01", "Abigail Frost|2604-0077-01|windows||" },
        { "Primer vid", "Plese make primr vidoe for Dmitri Volkov - gutterz and downspouts", "Dmitri Volkov||gutters||" },
        { "", "Send a primer video to Rebecca Stone about her roof, her mail is r.stone@stone.example. Send it to r.stone@stone.example please.", "Rebecca Stone||roofing||r.stone@stone.example" },
        { "", "Don't forget to produce the primer for Yusuf Demir, siding.", "Yusuf Demir||siding||" },
        { "Primer", "Please generate the primer for Bob and Carol Whitcombe (roof). No need to hold it.", "Bob Whitcombe||roofing||" },
        { "Two orders", "Please don't make one for Bob Hale. Please make a primer for Alice Hale, doors.", "Alice Hale||doors||" },
        { "Great job", "Great video for Hollis! Now please produce one for Nadine Okafor - gutters.", "Nadine Okafor||gutters||" },
        { "job 2603-0500-01", "Please run the primer for this job and keep it with me, for my review only.", "|2603-0500-01||hold|" },
        { "primer", "Hi,\n\nplease produce a primer video for our new customer Mrs. Guadalupe Ortiz-Lane who is\nlooking at a new roof.\n\nThanks\nMorgan\n-- \nMorgan Pike\nSample Exteriors: Roofing, Siding, Windows", "Guadalupe Ortiz-Lane||roofing||" },
        { "Tomorrow 10am", "Ms. Keiko Tanaka needs a primer video before tomorrow, soffit and fascia.", "Keiko Tanaka||soffit_fascia||" },
        { "", "Could I have a primer done for the St. Agnes Church, chimney repair?", "St. Agnes Church||chimney||" },
        { "Primer: Sven Aldersgate", "Siding. Please send it to me first.", "Sven Aldersgate||siding|hold|" },
        { "", "Kindly prepare an introduction video for Aoife Byrne. Skylights.", "Aoife Byrne||skylights||" },
        { "", "PLEASE PRODUCE PRIMER VIDEO FOR MARIA LOPEZ - ROOF - HOLD FOR REVIEW", "Maria Lopez||roofing|hold|" },
        { "", "Any chance you could do a primer for Ike Turnbull today? Deck and railing.", "Ike Turnbull||decks||" },
        { "Fwd: inquiry", "Please do a primer video for her, windows.\n\n---------- Forwarded message ---------\nFrom: Rosalie Dunmore <rosalie@dunmore.example>\nSubject: inquiry\n\nHello, can somebody look at my windows?", "Rosalie Dunmore||windows||" },
        { "", "Order: primer video for Percival Gant, gutters with guards", "Percival Gant||gutters||" },
        { "", "Please produce the O'Connell primer, roof, and show it to me before it goes out.", "O'Connell||roofing|hold|" },
        { "Primer again", "Please redo the primer video for Zelda Fitch - siding. The first one had the wrong rep.", "Zelda Fitch||siding||" },
        { "", "Hey team, start a primer for Ulysses Grantham; it's the insulation job.", "Ulysses Grantham||insulation||" },
        { "", "Next primer: Heather Quill – roof", "Heather Quill||roofing||" },
        { "Primer", "Yes please, make it for Tobias Lund. Windows, send to tobias@lund.example", "Tobias Lund||windows|| tobias@lund.example" },
        { "", "As discussed, please create a primer video for Bartholomew Yates (siding).", "Bartholomew Yates||siding||" },
        { "", "We need a primer video for Clementine Rowe, new front door. Job no. 2606-0001-01", "Clementine Rowe|2606-0001-01|doors||" },
        { "", "Please produce Primer Video for Ana María Núñez – techo? no, roof", "Ana María Núñez||roofing||" },
        { "Re: Primer for Dale Abernathy", "Sorry, it is Calvin. Please produce that one instead. Doors.", "Calvin Abernathy||doors||" },
        { "", "make a primer video for Mr. and Mrs. Delacroix, windows", "Delacroix||windows||" },
        { "", "Please have the team produce a primer video for Greta Holm; hold until I approve it.", "Greta Holm|||hold|" },
    };

    public static TheoryData<string, string> Talk => new()
    {
        { "Re: Primer video ready: John Smith", "Great video, thank you!" },
        { "Re: Primer video ready: John Smith", "Thanks.\n\n> The primer video for John Smith is ready.\n> To order another one, write: Please produce Primer Video for NAME - TRADE" },
        { "primer", "Did you produce the primer video for John Smith yet?" },
        { "primer", "When will the primer for Ana Ruiz be ready?" },
        { "primer", "I will ask you to produce a primer video for Ana Ruiz next week." },
        { "primer", "We're going to need a primer video for the Hales, more on that tomorrow." },
        { "primer", "Don't produce the primer video for John Smith." },
        { "primer", "Please cancel the primer video for John Smith." },
        { "primer", "No primer for the Parkers please, they know us." },
        { "primer", "Please hold off on the primer for Dana White." },
        { "primer", "Never mind the primer for Bob." },
        { "primer", "Please produce a primer for Bob Hale - roof. Scratch that, he called and cancelled." },
        { "Fwd: please", "FYI, see below. Funny, isn't it?\n\n---------- Forwarded message ---------\nFrom: Ann Lee <ann@lee.example>\nSubject: please\n\nPlease produce Primer Video for Ann Lee - roof" },
        { "Re: roof", "I'll call her.\n\nOn Tue, Mar 3, 2026 Ann Lee wrote:\n> Please produce a primer video for me." },
        { "primer video", "How do I order a primer video?" },
        { "primer video", "Can you tell me whether the primer video for Smith went out?" },
        { "primer video", "John Smith loved his primer video. He signed today." },
        { "paint", "Please get two gallons of primer for the Johnson siding, and one coat of paint." },
        { "primer", "If he confirms, make a primer for Carl Dietz." },
        { "primer", "Once the Dietz appointment is set we'll make a primer." },
        { "primer", "Dana said please make a primer for Carl, but let's talk first." },
        { "primer", "Should we produce a primer video for every lead?" },
        { "primer", "The primer video for Kim Cho has a typo in her name." },
        { "primer", "I already made the primer for Ortega by hand." },
        { "primer", "Please let me know when the primer video for Sam Hill is done." },
        { "primer", "Please send me the link to the primer video for Sam Hill." },
        { "primer", "Please make a list of all primer videos from March." },
        { "primer", "Thanks for producing the primer for Sam Hill so fast." },
        { "primer", "What does a primer video cost us?" },
        { "lunch", "Please order lunch for Friday and send the invoice to the office." },
        { "Video call", "Please set up a video call with John Smith for Monday." },
        { "primer", "Dana will produce the primer video for Sam Hill herself." },
        { "primer", "You could have made a better primer for Sam." },
        { "primer", "We don't need a primer for John Smith any more." },
        { "primer", "Our homeowners say the primer videos help them. Nice work." },
        { "Primer for John Smith?", "" },
        { "Primer for John Smith", "Did this one go out? He says he has nothing." },
        { "Primer for John Smith", "He loved it, thanks." },
        { "primer", "My rep wrote \"Please produce Primer Video for Lee Chan\" - is that the right wording?" },
        { "numbers", "Please make sure the primer numbers are in the report." },
        { "Automatic", "I am out of the office." },
        { "", "" },
        { "primer", "The customer asked us to produce a primer video in Spanish, is that possible?" },
        { "primer", "I wouldn't make a primer for him, he hates videos." },
        { "primer", "Do you think we need a primer for the Websters?" },
        { "primer", "Has the primer video for the Websters been made?" },
        { "primer", "Remind me tomorrow to order a primer for Pat Lee." },
        { "primer", "Tomorrow I'll send you the names for the next primer videos." },
        { "primer", "Let's talk about the primer for Pat Lee on Monday." },
        { "primer", "Please stop making primer videos for commercial jobs." },
        { "primer", "Pat Lee does not want a primer video." },
        { "Meeting notes", "Discussed: primer videos, gutters, new trucks. John Smith was unhappy with the crew." },
        { "primer", "It would be great if primer videos had subtitles." },
        { "primer", "I was going to order a primer for Pat but he moved away." },
        { "primer", "They produced a primer video for John Smith last year." },
        { "primer", "Who ordered the primer video for Ana?" },
        { "primer", "Nice primer for Ana, but please use the other photo next time." },
        { "primer", "Please do not send Pat Lee a primer." },
        { "primer", "Ask Dana whether she wants to make a primer for Pat." },
        { "primer", "I'm thinking about a primer for the Lees. Opinions?" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_understood(string subject, string body, string expected)
    {
        var order = PrimerRequestReader.Read(subject, body, "director@example.com", "harde@example.com");

        var fields = expected.Split('|');
        order.ShouldNotBeNull();
        (order.Customer ?? "").ToLowerInvariant().ShouldBe(fields[0].ToLowerInvariant());
        (order.Job ?? "").ShouldBe(fields[1]);
        (order.Trade ?? "").ShouldBe(fields[2]);
        order.Hold.ShouldBe(fields[3] == "hold");
        (order.Recipient ?? "").ShouldBe(fields[4].Trim());
    }

    [Theory]
    [MemberData(nameof(Talk))]
    public void Talk_about_videos_orders_none(string subject, string body) =>
        PrimerRequestReader.Read(subject, body, "director@example.com", "harde@example.com").ShouldBeNull();

    [Theory]
    [InlineData("/primer John Smith", "John Smith", null, null, false)]
    [InlineData("/primer for Ana Ruiz, gutters", "Ana Ruiz", null, "gutters", false)]
    [InlineData("/primer job 2603-0377-01", null, "2603-0377-01", null, false)]
    [InlineData("/primer mary-jo kowalski windows hold", "mary-jo kowalski", null, "windows", true)]
    [InlineData("/primer Tom Reilly roof job 2603-0377-01 let me see it first", "Tom Reilly", "2603-0377-01", "roofing", true)]
    [InlineData("primer video for Lena Ott siding", "Lena Ott", null, "siding", false)]
    [InlineData("/primer \"De La Cruz Family Dental\" roof", "De La Cruz Family Dental", null, "roofing", false)]
    public void A_command_is_read(string text, string? customer, string? job, string? trade, bool hold)
    {
        var order = PrimerRequestReader.ReadCommand(text).ShouldNotBeNull();

        order.ShouldBe(new PrimerOrder { Customer = customer, Job = job, Trade = trade, Hold = hold });
    }

    [Theory]
    [InlineData("/primer")]
    [InlineData("/primer help")]
    [InlineData("/primer how long does it take?")]
    [InlineData("/primer status")]
    [InlineData("/primer don't make one for Bob")]
    public void A_command_without_an_order_is_none(string text) => PrimerRequestReader.ReadCommand(text).ShouldBeNull();
}

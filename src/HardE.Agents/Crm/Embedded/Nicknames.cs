namespace HardE.Agents.Crm.Embedded;

/// <summary>Short forms of first names, both ways: Bob is Robert, Robert may be Bob.</summary>
internal static class Nicknames
{
    private const string Groups =
        """
        robert bob bobby rob robbie|william will bill billy liam|richard rick rich dick ricky|james jim jimmy jamie|john jack johnny jon|
        jonathan jon johnny|michael mike mikey mick|thomas tom tommy|charles charlie chuck chas|joseph joe joey|edward ed eddie ted|
        theodore ted teddy theo|david dave davey|daniel dan danny|matthew matt|anthony tony|steven stephen steve|gregory greg|kenneth ken kenny|
        ronald ron ronnie|donald don donnie|lawrence laurence larry|raymond ray|gerald jerry gerry|jeffrey geoffrey jeff|timothy tim|
        andrew andy drew|benjamin ben benny|samuel sam sammy|samantha sam|alexander alex al|alexandra alex sandra|albert al bert|alan allen al|
        frederick fred freddie|frank francis franklin|henry hank harry|patrick pat paddy|patricia pat patty trish|peter pete|philip phillip phil|
        nicholas nick|vincent vince vinny|walter walt|eugene gene|harold hal harry|douglas doug|christopher chris kit|christine christina chris tina|
        elizabeth liz beth betty eliza lisa|margaret maggie meg peggy marge|catherine katherine kathryn kate kathy cathy katie kat|
        susan sue suzy|deborah debra deb debbie|barbara barb|jennifer jen jenny|jessica jess|rebecca becky becca|victoria vicky tori|
        dorothy dot dottie|beverly bev|kimberly kim|pamela pam|sandra sandy|cynthia cindy|teresa theresa terry tess|terrence terence terry|
        angela angie|jacqueline jackie|stephanie steph|veronica ronnie|virginia ginny|abigail abby|amanda mandy|natalie nat|nathan nathaniel nate|
        gabriel gabe|joshua josh|zachary zach|leonard leo len lenny|martin marty|marisol mari|francisco paco frank|jose pepe|guadalupe lupe|
        eleanor ellie nora|josephine jo josie|judith judy|janet jan|joanne jo|cheryl sherry|gwendolyn gwen|valerie val|maximilian max|mitchell mitch
        """;

    private static readonly ILookup<string, string> Forms = Groups.Split('|')
        .Select(g => g.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(g => g.SelectMany(a => g.Where(b => b != a).Select(b => (a, b))))
        .Distinct()
        .ToLookup(p => p.a, p => p.b, StringComparer.Ordinal);

    public static IEnumerable<string> Of(string word) => Forms[word];

    public static bool Same(string a, string b) => Forms[a].Contains(b);
}

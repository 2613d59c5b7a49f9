using System.Text.RegularExpressions;

namespace HardE.Agents.Turns;

/// <summary>What a person can always say, whatever is going on.</summary>
public enum StandingOrder
{
    None,

    /// <summary>End what is being done for me now; does not wait behind the running turn.</summary>
    Stop,

    /// <summary>Take my last change back.</summary>
    Undo,

    /// <summary>Drop my drafts and open questions in this conversation.</summary>
    StartOver,

    /// <summary>Show what needs me: questions, drafts, videos.</summary>
    WhatWaits,
}

/// <summary>Reads standing orders. Only whole messages count: "stop the video for Smith" and "undo the discount" are for an agent.</summary>
public static partial class StandingOrders
{
    private const int Longest = 60;

    public static StandingOrder Of(string text)
    {
        var said = text.Trim().Replace('’', '\'');
        return said.Length is 0 or > Longest ? StandingOrder.None
            : Stop().IsMatch(said) ? StandingOrder.Stop
            : Undo().IsMatch(said) ? StandingOrder.Undo
            : StartOver().IsMatch(said) ? StandingOrder.StartOver
            : WhatWaits().IsMatch(said) ? StandingOrder.WhatWaits
            : StandingOrder.None;
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Before = @"^[\s/!]*(?:(?:please|pls|ok|okay|hey|no|oh|wait)[\s,.!]+)*";
    private const string After = @"(?:[\s,]+(?:please|pls|now|right now|immediately|thanks|thank you))*[\s.!]*$";

    [GeneratedRegex(Before + @"(?:stop|halt|abort)(?: (?:it|that|this|everything|working|talking|there))?" + After, Plain)]
    private static partial Regex Stop();

    [GeneratedRegex(Before + @"(?:undo|(?:can you )?take (?:it|that|this) back|revert|roll (?:it|that) back|change (?:it|that) back)(?: (?:it|that|this|the last (?:one|change|thing|step)|(?:my|your) last (?:change|write)|last))?" + After, Plain)]
    private static partial Regex Undo();

    [GeneratedRegex(Before + @"(?:(?:let'?s )?start(?: it| this)?(?: all)? over|reset|start (?:from scratch|fresh|again))(?: everything| the conversation| this conversation)?" + After, Plain)]
    private static partial Regex StartOver();

    [GeneratedRegex(Before + @"(?:what(?:'?s| is| are| else)?(?: still)? (?:waits?|waiting|pending|open)(?: (?:for|on|with) (?:me|us))?|(?:is |do i have )?any ?thing (?:waiting|open|pending)(?: (?:for|on) me)?|what do (?:i|you) (?:still )?(?:need|have) (?:to (?:do|answer|decide|approve)|from me|waiting)|(?:show (?:me )?)?(?:my )?open (?:questions|approvals|drafts|items)|show (?:me )?what(?:'?s| is)? wait(?:s|ing)(?: for me)?|my drafts|my approvals|my (?:to-?dos?|inbox))[\s?]*" + After, Plain)]
    private static partial Regex WhatWaits();
}

namespace HardE.Agents.Pricing.Reading;

/// <summary>Reads a share of waste: "15 percent waste", "waste at 12", "plus 10 %".</summary>
internal static class WasteReader
{
    public static decimal? Percent(Phrase said) =>
        said.Has(@"\bno waste|without waste|before waste|zero waste") && !said.Has(@"# ?%") ? null
        : said.Num(@"# ?% ?(?:of |for |cut |as )?waste|waste(?: factor)?(?: of| at| is|:|,)* #(?: ?%)?(?! ?(?:sq|sf|ft))|(?:plus|add|with|\+|and) # ?%(?! ?(?:margin|"
            + @"markup|off|down|apr|discount|interest))|# ?% (?:extra|overage|over|cut)");
}

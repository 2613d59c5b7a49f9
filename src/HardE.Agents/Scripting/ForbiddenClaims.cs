using System.Text.RegularExpressions;

namespace HardE.Agents.Scripting;

/// <summary>A claim that no text for a homeowner may make, in the ways people put it.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Why">Said to the person who wrote it.</param>
internal sealed record ForbiddenClaim(string Code, string Why, Regex Pattern);

/// <summary>
/// Claims that a primer must never make (domain: primer video, hard checks). Patterns aim at meanings, not at one
/// wording: a subject and what is said of it within one sentence.
/// </summary>
internal static partial class ForbiddenClaims
{
    public static readonly IReadOnlyList<ForbiddenClaim> All =
    [
        new("price", "A primer names no price.", Price()),
        new("discount", "A primer offers no discount or financing.", Discount()),
        new("date_promise", "A primer promises no date for the work.", DatePromise()),
        new("free_work", "A primer never calls the work free.", Free()),
        new("insurance_pays", "Whether an insurer pays is the insurer's decision.", InsurancePays()),
        new("deductible", "The deductible is the homeowner's; a primer does not speak of it.", Deductible()),
        new("guaranteed_approval", "Nothing is guaranteed or approved beforehand.", Guaranteed()),
        new("competitor", "A primer makes no claim about other companies.", Competitor()),
        new("condition", "Nobody has seen their house yet: no claim about its condition.", Condition()),
        new("lifetime", "No lifetime or saving is promised; the printed warranty speaks.", Lifetime()),
        new("pressure", "No deadline is invented.", Pressure()),
    ];

    private const string Amount =
        @"(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a couple|several|few|zero|half)";

    [GeneratedRegex(@"[$€£]|\b(dollars?|bucks|cents|grand|usd)\b|\b" + Amount + @"[ -]+(\w+[ -]+)?(hundred|thousand|k)\b|\b(hundred|thousand)s?\b|(?<!\bwhat (it|that|this|each|one) )\b(will|would|only|just|about|around|should) (cost|run you|set you back|come to|pay)\b|\b(costs?|priced|price is|prices? (start|begin)s?) (only|just|about|around|at|from|under|below|less)\b|\bstarts? (at|from|under|below) (just|only|about|" + Amount + @")\b|\bper (square|month|sheet is)\b|\b(lowest|best|cheapest|unbeatable|rock[- ]bottom|great|good|fair|competitive|low) (price|rate|quote)s?\b|\b(cheap|cheaper|cheapest|inexpensive)\b|\bestimate of\b", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex(@"\b(discounts?|discounted|coupons?|rebates?|promo\w*|specials?\b(?! care)|bargains?|financing|interest[- ]free|installments?|half[- ]price|price match\w*)\b|\bpercent\b|%|\bmonthly (payment|rate|figure)s?|\b(knock|take|cut|shave|bring|drop)\w*\b[^.?!]{0,25}\b(off|down)\b[^.?!]{0,25}\b(price|total|bill|cost|quote|number)\b|\b(off|below) (the|our|your) (list|regular|normal|usual|total|price)\b|\bsave you (money|some|a lot|on)\b|\bsav(e|ings?) (money|big|up to|a bundle)\b|\b(no|zero) (money )?down\b|\bdeal of\b|\bspecial (offer|deal|price|rate)\b|\b(on|for) sale\b|\bgift (card|certificate)|\bthrow in\b|\bfor (a )?(little )?less\b", RegexOptions.IgnoreCase)]
    private static partial Regex Discount();

    [GeneratedRegex(@"\b(we|i|they|crew|team|work|job|roof|siding|gutters?|windows?|project|installation)\b[^.?!]{0,40}\b(start|begin|finish|complete|install|done|ready|wrapped up|up|in place|replaced|built|on)\w*\b[^.?!]{0,20}\b(by|before|within|in (a|one|two|three|four|five|six|the next)|next|this coming|no later than)\b[^.?!]{0,25}\b(day|days|week|weeks|weekend|month|months|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|christmas|easter|thanksgiving|holidays?)\b|\b(start|install|completion|finish) (date|day|week) (is|will|would)\b|\b(in and out|done|finished|completed|start to finish)\b[^.?!]{0,15}\bin (a|one|two|three|under|less|just)\b|\b(within|in) (a|one|two|three|four|five|six|ten) (business )?(days?|weeks?)\b[^.?!]{0,40}\b(new|done|finished|installed|started)\b|\bbefore (the )?(snow|winter|holidays|christmas|thanksgiving|spring)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DatePromise();

    [GeneratedRegex(@"\bfree(?! (way|path|of (charge )?obstacles|and)\b)[^.?!]{0,20}\b(roof|siding|gutters?|windows?|replacement|upgrade|job|inspection|estimate)\b|\b(roof|siding|gutters?|windows?|replacement|upgrade|job|everything|it|work)\b[^.?!]{0,30}\b(for free|free of charge|at no (cost|charge)|without (any )?(cost|charge)|on the house|won't cost you|doesn't cost you|costs you nothing|for nothing)\b|\b(no cost to you|cost you (nothing|zero|a (dime|penny|cent))|pay(ing)? (nothing|zero)|without (paying|spending) (anything|a (dime|penny|cent))|(zero|nothing|no money) out of (your )?pocket|complimentary|not pay a (dime|penny|cent)|don't pay (a thing|anything))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Free();

    [GeneratedRegex(@"\b(insurance|insurers?|insurance company|carrier|adjuster|policy|claim|homeowner'?s coverage)\b[^.?!]{0,60}\b(pay|pays|paid|paying|cover|covers|covered|covering|reimburse\w*|foots?|pick\w* up|take\w* care|handle\w*|approve\w*|buy\w*|bill|responsible)\b|\b(paid|covered|approved|handled|taken care of|reimbursed|billed)\b[^.?!]{0,30}\b(insurance|insurers?|carrier|policy|claim)\b|\b(get|have|make|let|bill)\w*\b[^.?!]{0,20}\b(insurance|insurers?|carrier)\b[^.?!]{0,25}\b(for|to) (it|this|that|the (roof|work|job|whole))|\bcovered (in full|completely|one hundred)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InsurancePays();

    [GeneratedRegex(@"\bdeductibles?\b|\b(your|the homeowner'?s) (share|portion|part) of the claim\b|\bout[- ]of[- ]pocket (part|share|portion|amount)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Deductible();

    [GeneratedRegex(@"\bguarant\w+|\b(pre-?|already |sure to be |certain to be |automatically |always )approved?\b|\b(approval|acceptance) is (certain|assured|automatic|no problem|a formality|sure)\b|\b(every(one|body)|all (homeowners|customers)|you('ll| will)) (gets? |be |is |are )?(approved|qualif\w+|accepted)\b|\bno credit check|\bcan'?t be (denied|turned down|declined)|\b(nobody|no one) (is|gets) (denied|turned down|declined)", RegexOptions.IgnoreCase)]
    private static partial Regex Guaranteed();

    [GeneratedRegex(@"\b(competitors?|competition)\b|\b(other|most|many|some|those|these|cheap|cheaper|big|local|the other) (\w+ )?(compan(y|ies)|contractors?|roofers?|installers?|guys|outfits|bidders|crews|salesm[ae]n)\b[^.?!]{0,60}\b(cut|skip|rip|cheat|lie|charge|overcharge|use|hide|won't|don't|never|can't|fail|disappear|leave|rush|subcontract|forget|take|do)\w*\b|\bunlike (other|the others|most|some|our|them)\b|\b(better|cheaper|faster|more honest|more careful|cleaner) than (any|other|every|the|most|anyone|everyone|our|them)\b|\b(crooks?|storm chasers?|fly[- ]by[- ]night|rip-?offs?|scam\w*|shady|cowboys?|amateurs?)\b|\b(best|number one|leading|top|most trusted|only) (\w+ )?(roofer|contractor|company|crew|team|installer)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Competitor();

    [GeneratedRegex(@"\byour (\w+ )?(roof|shingles?|siding|walls?|gutters?|downspouts?|windows?|house|home|attic|deck(ing)?|chimney|flashing|glass|frames?)\b[^.?!,]{0,30}\b(is|are|has|have|looks?|needs?|must|seems?|shows?|won't|can't|will (fail|leak|not)|isn't|aren't|suffered|took|got|may be|might be|could be)\b(?! (a written|to show))[^.?!]{0,50}|\b(damage|rot|leaks?|wear|hail hits?|problems?|weak spots?|mold)\b[^.?!]{0,20}\b(on|to|in|with) your (\w+ )?(roof|shingles?|siding|walls?|gutters?|windows?|house|home|attic)\b|\byou (need|have|'ve got|clearly need|will need|must have|should replace|obviously need|urgently need)\b(?![^.?!]*\b(papers?|photos?|paperwork|questions?|documents?|pictures?)\b)[^.?!]{0,30}\b(roof|shingles?|siding|gutters?|windows?|replacement|damage|rot|leaks?)\b|\b(worn|failing|rotten|rotted|damaged|old|aging|tired|leaky|leaking|shot|bad|cracked|sagging) (roof|shingles?|siding|gutters?|windows?)\b|\b(end of (its|their) life|on (its|their) last legs|beyond repair|past (its|their) prime)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(lifetime|life-time|forever|maintenance[- ]free|never (again|leak|fail|need|have to|worry)|last(s|ing)? (you )?(for )?(\w+ )?(years|decades|a lifetime|generations)|(years|decades) of worry|\w+[- ]year (warranty|roof|shingle)|(cut|lower|reduce|slash|shrink)\w* (your |the )?(\w+ )?(bills?|heating|cooling|energy)|pays? for (itself|themselves)|add\w* (\w+ )?value to your)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lifetime();

    [GeneratedRegex(@"\b(only (tonight|today|this week|until)|tonight only|today only|act (now|fast|quickly)|last chance|limited (time|spots?|offer)|hurry|while (it|they|supplies) lasts?|before prices? (go|rise|climb|increase)\w*|prices? (are|will be) going up|don't (wait|miss)|won't last|running out|(few|two|three) (spots?|slots?) left|sign (today|tonight|now)|decide (today|tonight|now))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pressure();
}

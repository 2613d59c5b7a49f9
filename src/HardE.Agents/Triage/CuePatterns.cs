using System.Text.RegularExpressions;

namespace HardE.Agents.Triage;

/// <content>The patterns, made into code at build time so that the first message is as quick as the rest.</content>
internal static partial class Cues
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(scripts?|primers?|talk(ing)? tracks?|talking points|pitch to|word for word|(what|something|exactly what) (do |should |can |could |to |would )?(i )?(can |could |should )?say (at|on|to|in|when|back)|lines i can|presentation|opener|door ?knock)\b", Plain)]
    private static partial Regex Script();

    [GeneratedRegex(@"\b(write( out| up| me)?|draft|compose|prepare|put together|come up with|rewrite|reword|word)\b(?! down (on|in|that))", Plain)]
    private static partial Regex Write();

    [GeneratedRegex(@"\b(write|draft|make|generate|create|prepare|need|want|give me|put together|get|build|do)\b.{0,60}\b(script|primer|voicemail|talk track|follow[- ]?up call|referral (ask|request)|presentation|opener|pitch|video|lines)\b", Plain)]
    private static partial Regex MakeScript();

    [GeneratedRegex(@"\b(script|primer)( please| pls| now| for me)?[.!]?$", Plain)]
    private static partial Regex ScriptLast();

    [GeneratedRegex(@"\b(read (it|that|this|me|the|out|them)|out ?loud|aloud|mp3|audio|narrat\w+|let me hear|hear (it|the)|voice ?over|record it)\b", Plain)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\b(shorter|longer|warmer|friendlier|softer|punchier|simpler|formal|rephrase|reword|rewrite|rework|redo the|tone|swap the|lose the|take out|tighten|trim|opener|closing line|ending|intro|paragraph|that line|step (one|two|three|four|five|#num|\d))\b", Plain)]
    private static partial Regex Revise();

    [GeneratedRegex(@"\b(video|movie|film)\b", Plain)]
    private static partial Regex Video();

    [GeneratedRegex(@"\b(what|how|when|why|where|which) (is |are |do |does |did |should |would |must )?(it )?(we|our|us|a rep|reps|the company|the playbook|the method)\b(?! (get|charge|list|carry|stock|sell|pay|have|need|lose|lost|win|won|do the|promise|spoke|talk|close[ds]?|finish))|\bwe (teach|say|tell|train|recommend)\b|\bour (standard|approved|official|stance|line|answer|position|rules?|polic\w+)\b", Plain)]
    private static partial Regex WeTeach();

    [GeneratedRegex(@"\b(polic(y|ies)|rules?|guidelines?|playbook|handbook|training|manual|method|template|checklist|allowed|not allowed|permitted|supposed to|(am|are) (i|we) (ok|okay|allowed|supposed|good)|may i|may we|can i (offer|give|promise|say|tell|leave|waive)|must (i|we|a|not|never)|never|approved answer|best practices?|standard|(has|have|needs?) to (be|happen|have)|must be|required|may (a|the|it|go)\b|before (a|the|we|i) .{0,20}(may|can|goes?))\b", Plain)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\b(our|the|per|training|product|psychology|knowledge) (notes|docs?|documents?|pages?|materials?|knowledge|base|psychology|training|book)\b", Plain)]
    private static partial Regex OurPages();

    [GeneratedRegex(@"\b(explain|what('s| is| are) (a|an|the|our)?|what does .{2,30} mean|difference between|why (do|don't|does|would|is|are|not)|remind me|teach me|how (do|should|would) (i|you|we) (handle|respond|answer|deal|explain|present|say|talk|bring|qualify|ask)|how does|pros and cons)\b", Plain)]
    private static partial Regex Explain();

    [GeneratedRegex(@"\b(objections?|think (it over|about it)|too (expensive|high|pricey|much)|cheaper|(other|three|more) (quotes?|bids?|guys?|estimates)|talk to (his|her|my|the) (wife|husband|spouse)|shop around)\b", Plain)]
    private static partial Regex Objection();

    [GeneratedRegex(@"\b(flashing|underlayment|ice (and water|shield|barrier|dam)|ventilation|drip edge|j-channel|low-?e|argon|fiber cement|vinyl|warranty|full[- ]frame|insert|soffit|fascia|decking|house ?wrap|valley|ridge|starter|shingles?)\b", Plain)]
    private static partial Regex Product();

    [GeneratedRegex(@"\b(new|add|create|enter|register|set ?up|start|open|onboard|put|take|save|get)\b.{0,40}\b(customers?|clients?|leads?|prospects?|homeowners?|contacts?|intake|referral)\b", Plain)]
    private static partial Regex NewPerson();

    [GeneratedRegex(@"\bnew (customer|client|lead|prospect|account|contact|homeowner|one for you)\b|\bintake\b|\b(web|website|facebook|google|angi|form|realtor|insurance) (lead|submission|form)\b|^lead\b", Plain)]
    private static partial Regex NewLead();

    [GeneratedRegex(@"\b(not|isn'?t|aren'?t|no|doesn'?t|never)\b.{0,24}\b(in (the|our) (system|crm|books|database)|in there|on file|match|record|exist|yet)\b", Plain)]
    private static partial Regex NotThere();

    [GeneratedRegex(@"\b(in|into) the (system|crm|books|database)\b|\b(set|get|put|add|enter) (him|her|them|this|that|mr|mrs|ms) .{0,20}(up|in|down|entered|first)\b|\bgo ahead and\b", Plain)]
    private static partial Regex IntoSystem();

    [GeneratedRegex(@"\b(first name|last name|full name|name|phone|cell|email|e-mail|address|city|zip|service|source|trade|interested in|project)\s?[:=]", Plain)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b((just )?(called|phoned|rang)( us| in)?|took a call|got off the phone|on the phone w|walk(ed)?[- ]?in|stopped by|yard sign|voicemail (said|transcript|from)|home show|met (a|an|some|this|two)|knocked|referr(ed|al from)|sent us|says? (his|her|the) name|name'?s|my name is)\b", Plain)]
    private static partial Regex CalledIn();

    [GeneratedRegex(@"\b(wants?|needs?|interested in|looking for|asked about|asking for|would like)\b.{0,40}\b(roof\w*|siding|gutters?|windows?|doors?|estimate|quote|inspection|repair|skylights?|decks?|look at)\b", Plain)]
    private static partial Regex WantsWork();

    [GeneratedRegex(@"\b(what'?s (still )?missing|what do you have so far|start over|don'?t save|do not save|scrap (it|that|this)|discard|last name is|email is|phone is|address is|no email|the draft)\b", Plain)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\b(my|his|her|their) (neighbou?r|cousin|brother|sister|mother|father|mom|dad|son|daughter|friend|uncle|aunt|(brother|sister|mother|father)[- ]in[- ]law)\b", Plain)]
    private static partial Regex Kin();

    [GeneratedRegex(@"^(ok |please |pls |can you |could you |hey |and )*(find|pull up|pull|look up|bring up|show( me)?|open|search( for)?|get( me)?|locate|who is|whose|give me)\b", Plain)]
    private static partial Regex Find();

    [GeneratedRegex(@"\b(note|notes|log (that|it|this|a)|record (that|this)|please record|jot|document (in|that)|write down|in (his|her|their|the) (file|record|notes)|on (his|her|their|the|'s)? ?(file|record|account|customer record)|put (that|this|it|a note) (in|on)|note (it|that)|tag|mention (him|her|her in|him in)|let \w+ know|tell \w+ (on|that|in))\b", Plain)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(move|mark|push|bump|advance|set|change|put|update|drop)\b.{0,50}\b(sold|lost|lead|appointment|estimate|proposal|work|closed|stage|next|back|forward)\b", Plain)]
    private static partial Regex Move();

    [GeneratedRegex(@"\b(stage|pipeline|in (lead|appointment|estimate|proposal|sold|work|closed|lost)|sitting in|proposals?|appointments?)\b", Plain)]
    private static partial Regex Stage();

    [GeneratedRegex(@"\b(phone( number)?|number|e-?mail|address|rep|contract amount|stage|gate code|notes?|file|account|description) (for|of|on|in|do|is|did|does|from)\b|\b(on file|job number|job for|second job|another job|same address|existing customer|customers? of ours|our customers?|already (a|an|in|have)|in the crm|the crm)\b", Plain)]
    private static partial Regex RecordField();

    [GeneratedRegex(@"\b(my|our|open|all|which|what|list|any|whose) (of my |of our |of the |open )?(jobs?|deals?|leads?|customers?|accounts?)\b", Plain)]
    private static partial Regex MyJobs();

    [GeneratedRegex(@"\b(last (talk|talked|contact\w*|spoke|touched|call(ed)?|time)|touched|updated|haven'?t (been )?(called|touched|updated)|called back)\b", Plain)]
    private static partial Regex LastContact();

    [GeneratedRegex(@"\b(change|update|assign|reassign|set|fix|correct)\b.{0,40}\b(description|rep|trade|address|name|job)\b", Plain)]
    private static partial Regex ChangeRecord();

    [GeneratedRegex(@"\bcalls?[ \-]?(#|number |no\.? ?)?(#num|\d{1,3}\b)", Plain)]
    private static partial Regex CallNo();

    [GeneratedRegex(@"\b(recorded|recordings|the recording of|tapes?|transcripts?|call library|call set|our (own )?calls|sales calls?|director('?s)? calls?|the (\w+ )?calls|calls? (we|that|where|which|did|sold|lost|won|about)|every call|which calls?|what call|per call|all calls?|on (the )?calls?|last calls?|(won|lost|sold|siding|roof|window|gutter|storm|condo) calls?)\b", Plain)]
    private static partial Regex Calls();

    [GeneratedRegex(@"\breps? [a-f]\b|\b(the|each|which|our) reps? (do|did|say|said|talk|ask|drop|use|handle|promise|left|wrong)\w*", Plain)]
    private static partial Regex RepLetter();

    [GeneratedRegex(@"\b(how many|how often|how much of|counts?|average|percent(age)?|win rate|close (rate|better)|ratio|share|most (common|frequent)|top (three|five|ten|\d)|compare|versus|vs|trends?|patterns?|rank|statistics|in common|outcomes?)\b", Plain)]
    private static partial Regex Count();

    [GeneratedRegex(@"\b(coach(ing)?|score ?card|one[- ]on[- ]one|1:1|strengths?|weak(ness\w*| spots?)?|feedback|did (he|she|they|the rep|i) (do|say)|could (i|he|she) have done|do(ing)? (wrong|differently|better)|what worked|actually work(s|ed)?|go over)\b", Plain)]
    private static partial Regex Coach();

    [GeneratedRegex(@"\b((we|they|he|she|did we|do we|actually) (lost|lose|won|win)|lose on|lost on|ended (in|with)|won and lost|closed|techniques?)\b", Plain)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(google( it)?|online|internet|web ?sites?|the web|web search|search (the web|for it)|news|articles?|their site|the site|reddit|bbb|reviews?|ratings?|look (it|them|that) up|data ?sheet|published|announced?|advertis\w+|research)\b", Plain)]
    private static partial Regex Web();

    [GeneratedRegex(@"\b(weather|forecast|rain(ing|y)?|hail(ed)?|wind(y|s)?|gusts?|snow|storm reports?|temperature|sun(rise| ?set)|tornado|hurricane)\b", Plain)]
    private static partial Regex Weather();

    [GeneratedRegex(@"\b(permits?|building (code|department)|code (year|require\w*)|county|city of|town of|municipal\w*|state law|law|legal|tax (credit|break)|rebates?|licen[sc]ed?|osha|ftc|epa|lawsuits?|recalls?|hoa rules|public records?|assessor)\b", Plain)]
    private static partial Regex Public();

    [GeneratedRegex(@"\b(competitors?|competition|home depot|lowe'?s|menards|retail|street price|market price|median|mortgage rates?|interest rates?|going rate|home (price|value)s?|inflation|tariffs?|shortages?|manufacturers?|price increases?)\b", Plain)]
    private static partial Regex Market();

    [GeneratedRegex(@"\b(today|tonight|tomorrow|this (week|month|weekend|spring|summer|fall|winter|year|morning)|lately|latest|current(ly)?|these days|right now|at the moment|nowadays|up to date|recent(ly)?|still|last night|on (mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tues|wednes|thurs|fri|satur|sun)day)\b", Plain)]
    private static partial Regex Now();

    [GeneratedRegex(@"\bnot (our|ours|the textbook|from our|what we)\b", Plain)]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"\b(in|near|around|for|at) [a-z.]+( [a-z]+)?,? ?(al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy)\b", Plain)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(prices?|pric(ed?|ing)|costs?|charge|quotes?|estimates?|ballpark|how much|total|run the numbers|price (book|list)|catalog(ue)?|sku|sell (it|for)|come to|per (foot|ft|square|sq|sheet|piece|box|roll)|go for)\b", Plain)]
    private static partial Regex Price();

    [GeneratedRegex(@"(\d|\b(one|two|three|four|five|six|eight|ten|dozen))[\d.,/ \-]*\s?(squares?|sq|sf|lf|sq\.? ?ft|square feet|linear|feet|foot|ft|inch(es)?|in\b|ui|bundles?|rolls?|sheets?|windows?|double hungs?|downspouts?|layers?|years?|months?|cartons?|vents?|hangers?|elbows?)", Plain)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\bhow many (squares?|bundles?|cartons?|rolls?|sheets?|pieces|hangers|downspouts?|elbows?|boxes|vents?|feet|sticks|outlets)\b|\b(squares?|united inches|waste|pitch factor|surface area|rafter|footprint|overhangs?)\b", Plain)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(margins?|mark ?up|discount|percent off|% off|monthly|payments?|a month|apr|financ(e|ing)|per month|over (ten|five|\d+) (years|months)|profit|points|at \d+\.\d+)\b|\$\s?\d|\b\d{1,3},\d{3}\b", Plain)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(instead of|same (house|roof|job|numbers)|swap|upgrade|difference in price|how much more|with the|rerun|what about with)\b", Plain)]
    private static partial Regex Variant();

    [GeneratedRegex(@"\b(k-?style|half round|\d ?inch|inch k|\.0\d\d|gauge|double hungs?|picture window|casement|triple pane|patio door|dutch lap|architectural|3-tab|arch shingles|coil|downspouts?|elbows?|gutter guards?|leaf guard|drip edge|capping|osb|plywood|dumpster|englert|bronze|copper)\b", Plain)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(hi|hello|hey|yo|good (morning|afternoon|evening|night)|morning|hola|howdy|sup)\b", Plain)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(thanks?|thx|ty|appreciate|lifesaver|perfect|awesome|great job|nice work|cheers)\b", Plain)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\b(are you|who are you|what are you|you (a|an) (bot|person|robot|ai)|what can you|what (do|can) you do|how do(es)? (you|this)|can i ask you|made you|your name)\b", Plain)]
    private static partial Regex AboutYou();

    [GeneratedRegex(@"^(please |ok |just )*((do|send|finish|submit|fix|save|use|run) (it|that|this|the (thing|usual|same)|them)\b.{0,30}|.{0,20}\b(the usual|same as|that thing|the thing)\b.{0,30})$", Plain)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(lunch|pizza|flight|joke|table for|game|password|clock me|truck|coffee|hotel|uber|birthday|music|recipe|invoice from|printer)\b", Plain)]
    private static partial Regex NotUs();

    [GeneratedRegex(@"\b(oops|wrong (chat|window|person|channel|thread)|ignore (that|this|my|me)?|never ?mind|forget it|not (for )?you|lol|haha|disregard)\b", Plain)]
    private static partial Regex Oops();

    [GeneratedRegex(@"\?\s*$|^(what|how|why|when|where|who|which|is|are|do|does|did|can|could|should|would|has|have|any)\b", Plain)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(so |hey |and )?(is|are|was|were|do|does|have|has|did|check (if|whether)|which|anyone)\b.{2,50}\b(already|existing|customers?|clients?|account|in (the|our) (crm|system|database)|worked with|work for|bought|been to)\b", Plain)]
    private static partial Regex Known();
}

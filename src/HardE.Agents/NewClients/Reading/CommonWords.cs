using System.Collections.Frozen;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Words that are no part of a person's name in the talk of a contractor's office, lower case.</summary>
internal static class CommonWords
{
    private const string List =
        """
        a about above absolutely account across actually ad add added adding address adjuster adobe after afternoon afternoons again age agent ago agreed ai air alert all almost
        alone already also alt always am an and angi another answer any anybody anyone anything apartment apartments appointment approx appt april apt are area around as asap
        ask asked asking asphalt at attached attention attic attn aunt available ave avenue away awning b2b baby back backyard bad badly barn basement bath bathroom be beat because
        been before behind being below best better between big bill billing bit black blew blue blvd board boards book boss both bottom bought box brick bring broke broken brother brown budget build
        building buildings built bulk bungalow business but buyer by bye c call called caller calling calls came can canvass canvassing cannot cap car card carrier case cash ceiling cell cedar
        center change changed cheap check child children chimney church city claim clapboard clean cleaning client clients close closed closing co coating code cold color come comes coming comment comments
        commercial company completely composite concrete condo condition confirm consent contact contract contractor copper copy corner correct correction cost could county couple course cousin covered cracked
        cracking create created crm cul cup curling current customer customers cut d damage damaged damp data date dad daughter day daylight days de deal decision deck decks deed definitely dentist
        dept describe description desk detached detail details did different dining dispatch do does doesn doesn't dog dogs doing don don't done door doors down downspout downspouts draft drafts drafty drain drip drips dripping
        driveway drop drops drywall dry due duplex during e each early east eave eaves edge either else email e-mail emailed emails end english enough enter entered entering entire entry estimate estimates etc eve evening
        evenings ever every everybody everyone everything exactly existing expects ext extension exterior extra eye f facebook facing faded fall falling falls family far fascia father fax fee feel feet fell fence few field
        fill filled fine finally find fire first five fix fixed flag flagged flashing flat floor florida fogged foggy following for foreman form forward forwarded found four free friday friend friendly from front
        full g gable garage gate gave general get gets getting give given glad glass go goes going gone good google got granules great green greetings ground guard guards gutter gutters guy guys h had hail half hall hand
        handed handles hands happy hard hardie has hasn't have haven't having he heard heads heavy hello help helps hence her here here's hers hey hi high him his hit hoa hold hole holes home homeowner homeowners hope hot hour
        house how however hung husband hurricane i i'd i'll i'm i've ice id idk if immediately in inbound inch include including indeed info inquiry inside inspect inspection inspector install installed installation instead insulation
        insurance insured insurer intake interest interested into is issue issues it it's its i.e. january february march april may june july august september october november december job jobs just keep keeps kept kid kids kind
        kitchen know known l lady laminated land landline landing language large last late later latch law lead leader leaders leads leak leaking leaks leaky least leave left let let's letter level lift lifted lifting light like likes line
        list listed little live lives living ll loan local located location locked log lol long look looking looks loose lost lot lots low m ma'am made mail mailer make man manager many map mark master mate material matter may maybe me
        mean means meant measure member mentioned message messages met metal mid middle might mildew mind mine minute missing mister mobile mold mom moment monday money month months more morning mornings moss most mostly mother move moved
        moving mr mrs ms much multi must my n name named names near nearly need needed needs neighbor neighborhood neighbor's neighbors neither never new newsletter next nice night no nobody noise none noon nor normal north not note notes nothing
        notice noticed notified now number numbers o o'clock of off office oh ok okay old older on once one ones only onto open opened opens or order original other others our ours out outside over overflow overflowing overhang own
        owned owner owners owns p package page paid paint painted painting panel panels part partner party past patio pay paying peeling people per perhaps person personal phone phoned photo photos picked pic pics pieces pitch place
        plan plans please pls plus plywood po point policy pool pop porch possible possibly postal post power prefer preferred prefers present pretty previous price pricing primary prior probably problem problems project promised
        properly property prospect provided pull pulled pulling put putting quick quickly quite quote quoted quotes r radio rail railing railings rain raining rains ran ranch rather re reach read ready real really realtor realty rear reason
        received recently recommended record red redo redone ref refer referral referred refused regarding regards regular relation remember remodel removed rent rental renter rents rep repair repairs replace replaced replacement
        replacing report reports request requested required residence residential resident rest return returned review ridge right roof roofing roofs room rooms rot rotted rotten rotting route row rubber run running rush s safe sagging sagged
        said sale sales same saturday save saw say says scheduled schedule scope school screen screens screws seal sealed season second secondary section see seems seen self sell selling send sends sent separate service serious set several she
        she'd she's shed sheet shingle shingles short should show showed showing side sides sideways siding sign signed signs since single sir sister site sits six sized size skylight skylights slate slide slider sliding slope small smell sms snow so sofit
        soffit soffits soft solar sold solid some somebody someone something sometime son soon sorry sound source south spanish speak speaks special split spoke spot spots spouse spring sq square st stain stained stains stairs stand standing start started starts
        state stated status stay steel steep steps stick sticking sticks still stone stop stopped storm storms story stories straight street strip stucco stuck stuff submission submitted such suddenly sue's summer sunday sunroom sure swears sweat sweating
        system t take taken takes talk talked task tear tel telephone tell ten tenant terrible test text texting texts than thank thanks that that's the their them then there there's these they they're thing things think thinking thinks third
        this those though three through thru thumbtack thursday ticket tile tiles till time times to today together told tomorrow tonight too took top total tough toward town townhome townhouse trade tree trees trim trouble truck try
        trying tuesday turn tv twice two type u ugly unassigned unbooked under undecided unfortunately unit units unknown until up upper upstairs ur urgent us use used using usual vent vents very vinyl visit visitor voicemail w wait waiting walk walked
        wall walls want wanted wants warm warped was wasn't wasps watching water wave way we we'd we'll we're we've weather web website wednesday week weekend weeks well went were west wet what what's whatever when where whether which while white
        who whole whom whose why widget wide wife will wind window windows winds windy winter wish with within without woman won't wood wooden word words work worked working works worried would wouldn't write wrote x y yard yeah year years yep yes
        yesterday yet you you'd you'll you're your yours yrs z zip zone hasn isn isn't aren't didn't couldn't wasn weren't widow retired elderly veteran gentleman gent dude folks team crew hear noted fyi btw asap eta
        hola gracias buenos buenas dias tardes techo ventanas puertas casa cliente nuevo nueva nombre telefono correo calle trabajo filtracion goteras olá oi obrigado telhado janelas portas nome endereço
        duel dbl double triple pane panes glazed roll rolls roll-up barely barn's carport storefront siding's shutters patio's dormer dormers flashings gazebo pergola sunroof lanai inspector's visitor's
        thx ty cheers regards sincerely best kindly dear subject fwd fw cc bcc sent iphone android phone's system's website's web's blank n/a na tbd unknown none null yeap nope sup morning! btw ok! adding logged logging
        register registering registered profile create! setup saved saving update updated updating delete show shows card cards sheet sheets packet transcript recording auto automatic message's risk loss dol cause peril deductible
        mr. mrs. ms. dr. dr mx prof rev sr jr fr hon capt sgt lt seller landlord landlady homeowner's caller's prospect's applicant inquiry's guest's partner's fiance fiancee girlfriend boyfriend grandson granddaughter grandmother grandfather uncle nephew niece
        mother-in-law father-in-law brother-in-law daughter-in-law son-in-law roommate co-owner coowner spouse's super superintendent principal pastor secretary director president vp ceo cfo treasurer trustee supervisor bookkeeper assistant receptionist
        deacon reverend father's mother's buyer's nobody's somebody's lives living resides based hails over clear facing afternoon! nothing's everything's clogged bent crushed detached ripped torn leaning leans wobbly rusted rusty rusting chipped chipping buckled buckling
        cupping bowed bowing blown blows blow flew flying drafty! condensation mildewy soggy swollen warping hanging hangs sag sags crack cracks rots leaked stained! noise's pond ponding ponds pools pooling puddle puddles
        """;

    private static readonly FrozenSet<string> Words =
        List.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string word) => Words.Contains(word);
}

using System.Collections.Frozen;

namespace HardE.Agents.NewClients.Reading;

/// <summary>
/// Names of larger American cities, lower case: tells a city from a street or a person where no comma does.
/// A place that is not here is read by where it stands (before a state, after a street, after "in").
/// </summary>
internal static class Cities
{
    private const string List =
        """
        abilene,akron,albany,albuquerque,alexandria,allentown,amarillo,amherst,anaheim,anchorage,ann arbor,annapolis,antioch,appleton,arlington,arvada,asheville,
        athens,atlanta,auburn,augusta,aurora,austin,bakersfield,baltimore,bangor,baton rouge,bayonne,beaumont,beaverton,bellevue,bellingham,bend,berkeley,bethesda,
        bethlehem,billings,biloxi,binghamton,birmingham,bismarck,bloomington,boise,boston,boulder,bowling green,boynton beach,bozeman,bradenton,brattleboro,
        bridgeport,brockton,broken arrow,bronx,brooklyn,brownsville,buffalo,burbank,burlington,butte,cambridge,camden,canton,cape coral,carmel,carrollton,carson city,
        cary,casper,cedar rapids,cedar park,champaign,chandler,chapel hill,charleston,charlotte,charlottesville,chattanooga,cherry hill,chesapeake,cheyenne,chicago,
        chico,chula vista,cicero,cincinnati,clarksville,clearwater,cleveland,clifton,clovis,college station,colorado springs,columbia,columbus,compton,concord,conway,
        coral gables,coral springs,corpus christi,corvallis,costa mesa,council bluffs,cranford,cranston,cumming,dallas,daly city,danbury,davenport,dayton,daytona beach,
        dearborn,decatur,delray beach,denton,denver,des moines,detroit,dorchester,dover,downey,dubuque,duluth,durham,eagan,east hartford,east orange,east brunswick,
        east lansing,east providence,east haven,east point,east chicago,east saint louis,east st louis,eau claire,edina,edison,edmond,el cajon,el monte,el paso,elgin,
        elizabeth,elk grove,elkhart,elmira,elyria,erie,escondido,eugene,euless,evanston,evansville,everett,fairbanks,fairfax,fairfield,fall river,fargo,fayetteville,
        flagstaff,flint,florence,fontana,fort collins,fort lauderdale,fort myers,fort smith,fort wayne,fort worth,framingham,frederick,fremont,fresno,frisco,fullerton,
        gainesville,galveston,garland,gary,gastonia,gilbert,glen burnie,glendale,grand forks,grand island,grand junction,grand prairie,grand rapids,great falls,greeley,
        green bay,greensboro,greenville,greenwich,gresham,gulfport,hackensack,hagerstown,hamilton,hammond,hampton,harrisburg,hartford,hattiesburg,haverhill,hayward,
        helena,henderson,hialeah,hickory,high point,highlands ranch,hillsboro,hilo,hoboken,hollywood,holyoke,honolulu,houston,huntington,huntington beach,huntsville,
        idaho falls,independence,indianapolis,inglewood,iowa city,irvine,irving,ithaca,jackson,jacksonville,janesville,jersey city,johnson city,joliet,jonesboro,joplin,
        juneau,kalamazoo,kansas city,kenner,kenosha,kent,killeen,king of prussia,kirkland,kissimmee,knoxville,la crosse,la jolla,la mesa,la quinta,lafayette,lake charles,
        lake forest,lakeland,lakewood,lancaster,lansing,laramie,laredo,las cruces,las vegas,laveen,lawrence,lawton,lehigh acres,lewiston,lexington,lima,lincoln,
        little rock,livonia,lodi,long beach,long branch,long island city,longmont,longview,los angeles,louisville,lowell,lubbock,lynchburg,lynn,macon,madison,
        manchester,manhattan,mankato,maple grove,marietta,mcallen,mckinney,medford,melbourne,memphis,merced,meriden,meridian,mesa,mesquite,metairie,miami,miami beach,
        middletown,midland,milford,milwaukee,minneapolis,minot,missoula,mobile,modesto,monroe,montclair,monterey,montgomery,montpelier,moreno valley,morgantown,
        mount pleasant,mount vernon,muncie,murfreesboro,muskegon,myrtle beach,nampa,naperville,naples,nashua,nashville,new albany,new bedford,new braunfels,new britain,
        new brunswick,new castle,new haven,new london,new orleans,new rochelle,new york,new york city,newark,newport,newport beach,newport news,newton,norfolk,norman,
        north bergen,north charleston,north haven,north las vegas,north little rock,north miami,north platte,north providence,norwalk,norwich,nutley,oak park,oakland,
        ocala,oceanside,odessa,ogden,oklahoma city,olathe,olympia,omaha,ontario,orange,orem,orlando,oshkosh,overland park,oxford,oxnard,palm bay,palm beach,
        palm springs,palmdale,palo alto,paramus,parma,parsippany,pasadena,paterson,pawtucket,pembroke pines,pensacola,peoria,perth amboy,philadelphia,phoenix,
        pine bluff,piscataway,pittsburgh,pittsfield,plainfield,plano,pocatello,pomona,pompano beach,ponce,port arthur,port st lucie,portland,portsmouth,poughkeepsie,
        princeton,providence,provo,pueblo,queens,quincy,racine,raleigh,rancho cucamonga,rapid city,reading,red bank,redding,redmond,redwood city,reno,renton,
        richardson,richmond,riverside,roanoke,rochester,rock hill,rockford,rockville,rome,roseville,roswell,round rock,royal oak,sacramento,saginaw,saint louis,
        saint paul,saint petersburg,salem,salinas,salt lake city,san angelo,san antonio,san bernardino,san carlos,san clemente,san diego,san francisco,san jose,
        san juan,san leandro,san marcos,san mateo,san rafael,sandy,sandy springs,santa ana,santa barbara,santa clara,santa clarita,santa cruz,santa fe,santa maria,
        santa monica,santa rosa,sarasota,saratoga springs,savannah,schaumburg,schenectady,scottsdale,scranton,seattle,secaucus,sedona,shawnee,sheboygan,shreveport,
        shrewsbury,silver spring,simi valley,sioux city,sioux falls,somerville,south bend,south miami,south orange,south portland,south san francisco,spartanburg,
        spokane,springdale,springfield,st charles,st cloud,st george,st joseph,st louis,st paul,st petersburg,stamford,state college,staten island,sterling heights,
        stillwater,stockton,stowe,sugar land,summit,sunnyvale,surprise,syracuse,tacoma,tallahassee,tampa,tarpon springs,taunton,temecula,tempe,temple,terre haute,
        texarkana,thornton,thousand oaks,toledo,toms river,topeka,torrance,traverse city,trenton,troy,tucson,tulsa,tuscaloosa,tustin,tyler,union city,utica,vacaville,
        vallejo,vancouver,ventura,vero beach,victorville,vineland,virginia beach,visalia,waco,walla walla,waltham,warren,warwick,washington,waterbury,waterloo,
        waukegan,waukesha,wayne,west allis,west bend,west chester,west covina,west des moines,west hartford,west haven,west hollywood,west jordan,west lafayette,
        west new york,west orange,west palm beach,west springfield,west valley city,westminster,wheeling,white plains,wichita,wichita falls,wilkes-barre,
        williamsburg,wilmette,wilmington,winchester,winston-salem,woodbridge,worcester,yakima,yonkers,york,youngstown,yuma
        """;

    private static readonly FrozenSet<string> Names = List
        .Split((char[])[',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string name) => Names.Contains(name.Replace(".", "", StringComparison.Ordinal).Trim());
}

using System.Collections.Frozen;

namespace HardE.Agents.NewClients.Reading;

/// <summary>
/// First names common in the United States, lower case: one sign among several that two words are a person.
/// A name that is not here is still read where its place in the sentence shows it.
/// </summary>
internal static class FirstNames
{
    private const string List =
        """
        aaron abby abdul abdullah abel abigail abraham ada adam addie adela adele adelaide adeline adrian adriana adrienne agatha agnes ahmad ahmed aida
        aileen aimee aisha al alan alana albert alberto alden alejandra alejandro alex alexa alexander alexandra alexis alfonso alfred alfredo ali alice alicia
        alina alisa alison alistair allan allen allison alma alonzo alton alvaro alvin alyssa amanda amara amber amelia amina amir amit amy ana anastasia
        anders andre andrea andreas andres andrew andy angel angela angelica angelina angelo angie anh anika anil anita ann anna annabelle anne annette
        annie anthony antoine antoinette anton antonia antonio april arabella archie ariana ariel arjun arlene armando arnold aron art artemis arthur arturo asha
        ashley ashok astrid audrey august augustus aurora austin ava avery axel ayesha babette bailey bao barb barbara barney barry bart basil beatrice
        beatriz becca becky belinda bella ben benedict benita benito benjamin bennett bernadette bernard bernice bert bertha beryl bess beth bethany betsy
        bette betty beulah beverly bill billie billy bjorn blaine blair blake blanca blanche bo bob bobbie bobby bonnie boris brad bradley brady branden
        brandi brandon brandy brenda brendan brennan brent bret brett brian briana bridget brigitte britney brittany brock brooke bruce bruno bryan bryant
        bryce buck bud burt byron caitlin caleb calvin cameron camila camille candace candice carl carla carlo carlos carlton carmela carmen carol carole
        carolina caroline carolyn carrie carroll carter carver cary casey cassandra cassie catalina catherine cathy cecil cecilia cedric celeste celia cesar chad
        chandra chantal charlene charles charlie charlotte chase chaya chelsea chen cheng cheryl chester chet chloe chris christa christian christina
        christine christopher christy chuck cindy claire clara clarence clarissa clark claude claudia clay clayton clement cleo cliff clifford clifton clint
        clinton clive clyde cody colby cole coleen colette colin colleen collin conner connie connor conrad constance consuelo coop cora coral cordelia corey
        corinne cornelia cornelius cory courtney craig cristina crystal curt curtis cynthia cyril cyrus daisy dale dalia dallas dalton damian damien damon
        dan dana daniel daniela danielle danny dante daphne daria darius darla darlene darnell darrell darren darryl daryl dave david davis dawn dean deanna
        deb debbie deborah debra deepak deirdre delia della delores demetrius dena denise dennis denny denver derek derrick desiree desmond devin devon dewey
        dexter dhruv diana diane dianne dick diego dimitri dina dirk dmitri dmitry dolly dolores dominic dominick dominique don donald donna donnie dora doreen
        doris dorothea dorothy dot doug douglas drew duane duc dudley duke duncan dustin dwayne dwight dylan earl earline ebony ed eddie edgar edith edmund
        edna eduardo edward edwin efrain eileen elaine eleanor elena eli elias elijah elisa elise elizabeth ella ellen elliot elliott ellis elmer eloise elsa
        elsie elton elvira elvis emanuel emerson emil emilia emilio emily emma emmanuel emmett enid enrique eric erica erik erika erin ernest ernesto ernie
        errol esmeralda esperanza estela estelle esther ethan ethel eugene eugenia eunice eva evan evangeline eve evelyn everett ezekiel ezra fabian faith
        fannie farah farid farrukh fatima fay faye felicia felipe felix fern fernando fidel fiona flora florence floyd forrest frances francesca francesco
        francine francis francisco frank frankie franklin fred freda freddie frederick frieda fritz gabe gabriel gabriela gabrielle gail garrett garry garth
        gary gavin gayle gene geneva genevieve geoff geoffrey george georgette georgia georgina gerald geraldine gerard gerardo german gerry gertrude gia
        gideon gil gilbert gilberto gina ginger ginny giovanni gisela giuseppe gladys glen glenda glenn gloria gordon grace gracie graciela grady graham grant
        greg gregg gregory greta gretchen grover guadalupe guillermo gunther gus gustavo guy gwen gwendolyn habib hadley hal hailey hank hanh hannah hans
        harlan harley harold harriet harris harrison harry harvey hassan hattie hazel heath heather hector heidi helen helena helene helga henrietta henry
        herb herbert herman hilary hilda hiram hiro hoa holly homer hope horace horacio howard hubert hugh hugo hung hyun ian ibrahim ida ignacio igor ike ilene
        imani imogene imran ina india ines ingrid inez ira irene iris irma irving irwin isaac isabel isabella isabelle isaiah ismael israel ivan ivy jack
        jackie jackson jaclyn jacob jacqueline jacques jada jade jaime jake jamal james jamie jan jana jane janet janice janie janine jared jasmin jasmine
        jason jasper javier jay jayden jayne jean jeanette jeanie jeanne jeannie jed jeff jefferson jeffery jeffrey jen jenna jennie jennifer jenny jerald
        jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jesus jill jillian jim jimmie jimmy jo joan joann joanna joanne joaquin jocelyn jodi
        jodie jody joe joel joelle joey johan johanna john johnathan johnnie johnny jolene jon jonah jonas jonathan joni jordan jorge jose josef josefina
        joseph josephine josh joshua josiah josie joy joyce juan juana juanita judah judith judy jules julia julian juliana julianne julie juliet julio
        julius june junior justin justine kaitlyn kamal kara karen kari karim karin karina karl karla karyn kassandra kate katelyn katherine kathleen kathryn
        kathy katie katrina katy kay kayla keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenneth kenny kent kenya kerry kevin
        khadija khalid khanh kiara kim kimberly kimiko kirk kirsten kit kofi kris krista kristen kristi kristin kristina kristine kristy krystal kurt kwame kyle
        kylie lacey lakeisha lakshmi lamar lana lance landon lara larissa larry lars latasha latoya laura laurel lauren laurence laurie lavonne lawrence leah
        leanne lee leif leigh leila leland lena lenny leo leon leona leonard leonardo leonor leopold leroy les lesley leslie lester leticia levi lewis lida
        lila lilia lilian liliana lillian lillie lily lin lina lincoln linda lindsay lindsey ling linh linus lionel lisa liz liza lizzie lloyd logan lois lola
        lonnie lora lorena lorene loretta lori lorraine lottie lou louie louis louisa louise lourdes lowell lucas lucia lucian lucille lucinda lucy luis luisa
        luke lula lulu luna lupe luther luz lydia lyle lynda lyndon lynette lynn lynne mabel mabelle mack mackenzie maddie madeline madge mae magdalena maggie
        mai malcolm malik mallory mandy manny manuel manuela mara marc marcel marcella marcia marco marcos marcus margaret margarita margie margo margot
        marguerite maria mariah marian mariana marianne maribel marie mariel marilyn marina mario marion marisa marisol marissa marjorie mark marlene
        marlon marquis marsha marshall marta martha martin martina marty marvin mary maryann maryanne masako mason mateo mathew matilda matt matthew mattie
        maude maura maureen maurice mauricio mavis max maxine maxwell maya mayra meagan meera meg megan mehmet mei melanie melba melinda melissa melody melvin
        mercedes meredith merle mervin mia micah michael micheal michele michelle mick mickey miguel mika mike mikhail mila mildred miles millicent millie
        milo milton mimi mina mindy ming minh minnie miranda miriam misty mitch mitchell mitzi moe mohamed mohammad mohammed moises mollie molly mona monica
        monique monroe monty mordecai morgan morris moses muhammad muriel murray myra myrna myron myrtle nadia nadine naomi nancy naoko naresh natalia natalie
        natasha nate nathan nathaniel neal ned neil nell nellie nelson nestor nettie ngoc nguyet niamh nicholas nick nicolas nicole nigel nikhil niki nikita
        nikki nikolai nina nita noah noel noelle nolan nora norbert noreen norma norman norris octavia octavio odell odessa ofelia olaf ole olga olive oliver
        olivia ollie oluwaseun omar opal ophelia ora orlando orville oscar osvaldo otis ottilie otto ottoline owen pablo paige palmer pam pamela paola parker
        pascal pat patrice patricia patrick patsy patti patty paul paula paulette paulina pauline pearl pedro peg peggy penelope penny percy perry pete peter
        petra phil philip philippa phillip phoebe phuong phyllis pierre piper polly porter prakash pranav preston priscilla priya prudence qiang quentin
        quincy quinn quinton rachel rachelle rae rafael rahul raj rajesh raleigh ralph ramesh ramiro ramon ramona randal randall randi randolph randy ranjit
        raphael raquel rashid raul raven ravi ray raymond raymundo reba rebecca rebekah reed reggie regina reginald rekha rene renee reuben rex reynaldo rhoda
        rhonda ricardo rich richard rick rickey ricky rigoberto riley rita rob robbie robert roberta roberto robin robyn rocco rochelle rocio rocky rod roderick
        rodney rodolfo rodrigo roger rogelio roland rolando roman romeo ron ronald ronda ronnie roosevelt rosa rosalia rosalie rosalind rosalyn rosanne rosario
        roscoe rose roseann rosemarie rosemary rosetta rosie ross rowan rowena roxanne roy royce ruben ruby rudolph rudy rufus russ russell rusty ruth ryan
        sabrina sadie sally salma salvador salvatore sam samantha samir sammy samuel sandeep sandra sandy sanjay santiago santos sara sarah sasha saul savannah
        scott sean sebastian selena selma serena sergei sergio seth seymour shane shanice shannon shantel shari sharon shaun shauna shawn sheila shelby sheldon
        shelia shelley shelly sheri sherman sherri sherry sheryl shirley sid sidney siegfried silvia simon simone skip skyler sofia solomon sondra sonia sonja
        sonny sonya sophia sophie spencer stacey staci stacy stan stanley stella stephanie stephen steve steven stewart stu stuart sue sumit sunil sunita surya
        susan susana susanna susanne susie suzanne sven sybil sydney sylvester sylvia tabitha tad takashi talia tamara tamika tammy tania tanisha tanner tanya
        tara taryn tasha tatiana taylor ted teddy terence teresa teri terrance terrence terri terry tess tessa thaddeus thanh thelma theo theodora theodore
        theresa therese thomas thuy tia tiffany tim timmy timothy tina toby tobias todd tom tomas tommie tommy toni tonia tony tonya tracey traci tracy tran
        travis trent trevor tricia trina trisha tristan troy trudy tuan tucker tyler tyra tyrone tyson uma ursula valentina valerie van vance vanessa vaughn
        velma vera verna vernon veronica vic vicki vickie vicky victor victoria vijay vikram vince vincent viola violet virgil virginia vito vivian vivien
        vladimir wade wm walker wallace wally walt walter wanda warren wayne wei wendell wendy werner wes wesley whitney wilbert wilbur wilda wiley wilfred wilhelm
        will willa willard william willie willis wilma wilson winifred winnie winston woodrow wyatt xavier ximena xiomara yan yasmin yesenia ying yolanda
        yoshiko young yuki yuri yusuf yvette yvonne zach zachary zack zane zara zelda zelma zoe zoey zora
        """;

    private static readonly FrozenSet<string> Names =
        List.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a known first name; of a double one (Jo-Ann, Hyun-woo) the first half decides.</summary>
    public static bool Has(string word) =>
        Names.Contains(word) || (word.IndexOf('-') is var dash && dash > 0 && Names.Contains(word[..dash]));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using HardE.Bot.Channels.Teams;

namespace HardE.Tests.Channels.Teams;

/// <summary>What a person said, with our own name taken out (teams.md 2.3).</summary>
public sealed class MentionTests
{
    private const string Us = "Hard-E";

    [Theory]
    [InlineData("<at>Hard-E</at> price gutters", "price gutters")]
    [InlineData("price <at>Hard-E</at> gutters", "price gutters")]
    [InlineData("price gutters <at>Hard-E</at>", "price gutters")]
    [InlineData("\r\n<at>Hard-E</at>\u00a0price&nbsp;gutters\n", "price gutters")]
    [InlineData("<at>Hard-E</at>", "")]
    [InlineData("find Smith &amp; Sons <at>Hard-E</at>", "find Smith & Sons")]
    [InlineData("<AT>hard-e</AT> price gutters", "price gutters")]
    [InlineData("<at>Hard-E</at> line one\r\nline two", "line one\nline two")]
    public void Our_own_mention_goes(string text, string said) =>
        Mentions.Said(Read(text, An.Entity(An.BotId, Us, An.Mention))).ShouldBe(said);

    [Fact]
    public void Two_own_mentions_go_and_one_space_stays() => Mentions.Said(Read(
        "<at>Hard-E</at> price <at>Hard-E</at> gutters",
        An.Entity(An.BotId, Us, An.Mention), An.Entity(An.BotId, Us, An.Mention))).ShouldBe("price gutters");

    [Fact]
    public void Others_stay_as_names() => Mentions.Said(Read(
        "<at>Hard-E</at> give this to <at>Pat Example</at> please",
        An.Entity(An.BotId, Us, An.Mention), An.Entity("29:pat", "Pat Example", "<at>Pat Example</at>")))
        .ShouldBe("give this to Pat Example please");

    [Fact]
    public void A_missing_piece_is_made_from_the_encoded_name() => Mentions.Said(Read(
        "<at>Hard-E &amp; Co</at> price gutters", An.Entity(An.BotId, "Hard-E & Co", null))).ShouldBe("price gutters");

    [Fact]
    public void Signs_of_regular_expressions_are_letters() => Mentions.Said(Read(
        "<at>Hard-E (.*)</at> price gutters", An.Entity(An.BotId, "Hard-E (.*)", "<at>Hard-E (.*)</at>"))).ShouldBe("price gutters");

    [Fact]
    public void Text_alone_proves_nothing()
    {
        var forged = Read("<at>Hard-E</at> price gutters", An.Entity("29:pat", Us, An.Mention));

        Mentions.NameUs(forged).ShouldBeFalse();
        Mentions.Said(forged).ShouldBe("Hard-E price gutters");
    }

    [Fact]
    public void The_id_counts_whatever_its_case()
    {
        var mentioned = Read("<at>Hard-E</at> hello", An.Entity(An.BotId.ToUpperInvariant(), Us, An.Mention));

        Mentions.NameUs(mentioned).ShouldBeTrue();
        Mentions.Said(mentioned).ShouldBe("hello");
    }

    [Fact]
    public void Control_characters_go_and_letters_of_all_scripts_stay() =>
        Mentions.Said(Read("a\u0000b\u0007 שלום 👷 <3")).ShouldBe("ab שלום 👷 <3");

    private static Activity Read(string text, params JsonObject[] entities)
    {
        var activity = An.Message(text);
        activity["entities"] = new JsonArray([.. entities]);
        return activity.Deserialize<Activity>(TeamsJson.Options).ShouldNotBeNull();
    }
}

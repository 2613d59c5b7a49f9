using System.Net;
using System.Text.Json.Nodes;
using HardE.Agents.State;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Teams;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Teams;

/// <summary>Who speaks, where we were installed, and the greeting that comes once.</summary>
[Collection(SharedTeamsTests.Name)]
public sealed class PeopleAndPlacesTests(SharedTeams shared)
{
    private TeamsHost Teams => shared.Host;

    [Theory]
    [InlineData("user", TeamsConnectorSimulator.Tenant, true, Roles.Rep)]
    [InlineData("guest", TeamsConnectorSimulator.Tenant, true, Roles.Guest)]
    [InlineData("anonymous", TeamsConnectorSimulator.Tenant, true, Roles.Guest)]
    [InlineData("user", "12121212-bbbb-4ccc-8ddd-eeeeeeeeeeee", true, Roles.Guest)]
    [InlineData("user", TeamsConnectorSimulator.Tenant, false, Roles.Guest)]
    public async Task A_member_of_the_house_is_a_rep_and_all_others_are_guests(string userRole, string tenant, bool hasObject, string role)
    {
        var (chat, user) = (An.NewChat(), $"29:{Guid.NewGuid():N}");
        Teams.Simulator.Members[user] = new { id = user, userRole, tenantId = tenant };

        await Teams.PostAsync(From(user, hasObject ? Guid.NewGuid().ToString() : null, chat));

        (await Teams.StoredAsync(chat)).ShouldHaveSingleItem().Speaker.Role.ShouldBe(role);
    }

    [Fact]
    public async Task Whoever_cannot_be_looked_up_is_a_guest_this_time()
    {
        var (chat, user, id) = (An.NewChat(), $"29:{Guid.NewGuid():N}", Guid.NewGuid().ToString());
        Teams.Simulator.Members[user] = new { id = user, userRole = "user" };
        Teams.Simulator.FailNext(500);

        await Teams.PostAsync(From(user, id, chat, "1"));
        await Teams.PostAsync(From(user, id, chat, "2"));

        (await Teams.StoredAsync(chat)).Select(r => r.Speaker.Role).ShouldBe([Roles.Guest, Roles.Rep]);
    }

    [Fact]
    public async Task A_colleague_is_known_by_the_address_and_then_by_the_account()
    {
        var (chat, user, id) = (An.NewChat(), $"29:{Guid.NewGuid():N}", Guid.NewGuid().ToString());
        var people = Teams.Services.GetRequiredService<People>();
        var person = await people.SaveAsync(Tenants.Default, "Dana Director", $"{id}@example.com", Roles.Director, null, default);
        Teams.Simulator.Members[user] = new { id = user, email = $"{id.ToUpperInvariant()}@example.com", userRole = "user" };

        await Teams.PostAsync(From(user, id, chat, "1"));
        Teams.Simulator.Members.TryRemove(user, out _);
        await Teams.PostAsync(From(user, id, chat, "2"));

        var stored = await Teams.StoredAsync(chat);
        stored.ShouldAllBe(r => r.Speaker.Role == Roles.Director && r.Speaker.PersonId == person);
        (await people.FindByAccountAsync(Tenants.Default, "msteams", TeamsConnectorSimulator.Tenant, id, default))
            .ShouldNotBeNull().Id.ShouldBe(person);
    }

    [Fact]
    public async Task Two_kinds_of_installation_repeated_greet_once()
    {
        var chat = An.NewChat();
        var installed = An.Activity("installationUpdate", "f:1", chat);
        installed["action"] = "add";
        var members = An.Activity("conversationUpdate", "f:2", chat);
        members["membersAdded"] = new JsonArray(new JsonObject { ["id"] = An.UserId }, new JsonObject { ["id"] = An.BotId });

        foreach (var activity in new[] { installed, members, installed, members })
        {
            (await Teams.PostAsync(activity.DeepClone())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await Teams.DoneAsync();
        var hello = Teams.Simulator.Shown.Where(s => s.Key.Conversation == chat).ShouldHaveSingleItem().Value;
        hello["text"]!.GetValue<string>().ShouldContain("I am **Hard-E**");
        hello["text"]!.GetValue<string>().ShouldContain("samples"); // the sample world says that it is one
    }

    [Fact]
    public async Task A_new_colleague_is_not_greeted()
    {
        var chat = An.NewThread();
        var members = An.Activity("conversationUpdate", "f:2", chat);
        members["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:pat" });

        await Teams.PostAsync(members);
        await Teams.DoneAsync();

        Teams.Simulator.Shown.Keys.ShouldNotContain(k => k.Conversation == chat);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(101, 0)]
    public async Task Large_teams_are_not_greeted(int size, int greetings)
    {
        var channel = $"19:{Guid.NewGuid():N}@thread.tacv2";
        var installed = An.Activity("installationUpdate", "f:1", channel);
        installed["action"] = "add";
        installed["channelData"]!["team"] = new JsonObject { ["id"] = channel };
        Teams.Simulator.TeamSize = size;

        await Teams.PostAsync(installed);
        await Teams.DoneAsync();

        Teams.Simulator.Shown.Keys.Count(k => k.Conversation == channel).ShouldBe(greetings);
    }

    [Fact]
    public async Task A_removed_bot_is_silent_until_it_comes_back()
    {
        var chat = An.NewChat();
        await Teams.PostAsync(An.Message("hello", "1", chat));
        var removed = An.Activity("installationUpdate", "f:9", chat);
        removed["action"] = "remove";

        await Teams.PostAsync(removed);
        var silent = await Teams.ReplyAsync(new TurnReply("a", "Are you there?"), chat);
        await Teams.PostAsync(An.Message("hello again", "2", chat));
        var heard = await Teams.ReplyAsync(new TurnReply("a", "Yes."), chat);

        silent.State.ShouldBe("failed");
        heard.State.ShouldBe("sent");
        Teams.Simulator.Shown.Keys.Count(k => k.Conversation == chat).ShouldBe(1);
    }

    [Fact]
    public async Task A_personal_chat_can_be_found_again_by_the_person()
    {
        var (chat, id) = (An.NewChat(), Guid.NewGuid().ToString());

        await Teams.PostAsync(From(An.UserId, id, chat));

        var place = await Teams.Services.GetRequiredService<TeamsConversations>()
            .FindPersonalAsync(Tenants.Default, TeamsConnectorSimulator.Tenant, id, default);
        place.ShouldNotBeNull().Id.ShouldBe(chat);
        place.ServiceUrl.ShouldBe(TeamsConnectorSimulator.ServiceUrl);
    }

    private static JsonObject From(string user, string? objectId, string chat, string id = "1")
    {
        var activity = An.Message("find John Smith", id, chat);
        activity["from"] = new JsonObject { ["id"] = user, ["name"] = "Somebody" };
        if (objectId is not null)
        {
            activity["from"]!["aadObjectId"] = objectId;
        }

        return activity;
    }
}

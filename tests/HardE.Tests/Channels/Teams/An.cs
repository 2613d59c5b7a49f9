using System.Text.Json.Nodes;
using HardE.Simulators;

namespace HardE.Tests.Channels.Teams;

/// <summary>Builders for activities as Teams sends them; every member has a sensible default.</summary>
internal static class An
{
    public const string Chat = "a:1Personal-chat_of-Riley";
    public const string Thread = "19:general-example@thread.tacv2;messageid=1700000000001";
    public const string UserId = "29:1riley";
    public const string UserObject = "99999999-8888-4777-8666-555555555555";
    public const string BotId = "28:" + TeamsConnectorSimulator.AppId;
    public const string Mention = "<at>Hard-E</at>";

    /// <summary>A personal chat that no other test uses.</summary>
    public static string NewChat() => $"a:1{Guid.NewGuid():N}";

    public static string NewThread() => $"19:{Guid.NewGuid():N}@thread.tacv2;messageid=1700000000001";

    public static JsonObject Activity(string type, string id = "1700000000123", string conversation = Chat)
    {
        var scope = conversation.StartsWith("a:", StringComparison.Ordinal) ? "personal"
            : conversation.Contains("tacv2", StringComparison.Ordinal) ? "channel" : "groupChat";
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            ["serviceUrl"] = TeamsConnectorSimulator.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = UserId, ["name"] = "Riley Rep", ["aadObjectId"] = UserObject },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Hard-E" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = scope,
                ["tenantId"] = TeamsConnectorSimulator.Tenant,
                ["isGroup"] = scope != "personal",
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsConnectorSimulator.Tenant } },
            ["locale"] = "en-US",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["platform"] = "Web" }),
        };
    }

    public static JsonObject Message(string text, string id = "1700000000123", string conversation = Chat)
    {
        var activity = Activity("message", id, conversation);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>A message in a channel or group that names the bot.</summary>
    public static JsonObject Mentioned(string text, string conversation = Thread, string id = "1700000000123")
    {
        var activity = Message($"{Mention} {text}", id, conversation);
        activity["entities"] = new JsonArray(Entity(BotId, "Hard-E", Mention));
        return activity;
    }

    public static JsonObject Entity(string id, string name, string? piece)
    {
        var entity = new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };
        if (piece is not null)
        {
            entity["text"] = piece;
        }

        return entity;
    }

    public static JsonObject Invoke(string name, JsonNode value, string? replyTo = null, string id = "f:1", string conversation = Chat)
    {
        var activity = Activity("invoke", id, conversation);
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = replyTo;
        return activity;
    }

    public static JsonObject Pressed(string token, string? replyTo = null, string id = "f:1", JsonObject? fields = null, string conversation = Chat)
    {
        var data = fields ?? [];
        data["token"] = token;
        data["v"] = 1;
        return Invoke(
            "adaptiveCard/action",
            new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "press", ["title"] = "Yes", ["data"] = data },
                ["trigger"] = "manual",
            },
            replyTo, id, conversation);
    }
}

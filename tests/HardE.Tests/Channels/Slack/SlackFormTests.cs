using System.Text.Json.Nodes;
using HardE.Agents.NewClients;
using HardE.Agents.Turns;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Slack.Blocks;
using HardE.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Tests.Channels.Slack;

/// <summary>Windows to fill in: what stands in them, what they refuse, what becomes of them.</summary>
public sealed class SlackFormTests
{
    [Fact]
    public async Task A_message_is_made_a_lead_in_a_window_that_holds_what_it_says()
    {
        await using var host = await SlackHost.StartAsync();
        await WarmAsync(host);

        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, "Sarah Johnson, <tel:2015550123|201-555-0123>, 12 Maple Ave, Hoboken NJ 07030 wants new siding"));

        var values = Values(View(host));
        values[Slots.FirstName].ShouldBe("Sarah");
        values[Slots.LastName].ShouldBe("Johnson");
        values[Slots.Phone]!.ShouldContain("555-0123");
        values[Slots.City].ShouldBe("Hoboken");
        values[Slots.Trades]!.ShouldContain("siding");
        values[Slots.Email].ShouldBeNull();
    }

    [Fact]
    public async Task Wrong_fields_are_refused_where_they_stand_and_nothing_is_stored()
    {
        await using var host = await SlackHost.StartAsync();
        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, "Sarah Johnson"));

        var answer = await SubmitAsync(host, new() { [Slots.Phone] = "12", [Slots.Zip] = "ABC", [Slots.FirstName] = "Sarah", [Slots.LastName] = "" });

        answer["response_action"]!.GetValue<string>().ShouldBe("errors");
        answer["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal).ShouldBe([Slots.Phone, Slots.Zip]);
        (await host.SettleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_filled_in_reaches_the_agent_as_fields_and_is_answered_in_private()
    {
        await using var host = await SlackHost.StartAsync();
        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, "Sarah Johnson"));

        var answer = await SubmitAsync(host, new() { [Slots.FirstName] = "Sarah", [Slots.LastName] = "Johnson", [Slots.Phone] = "(201) 555-0123" });
        await SubmitAsync(host, new() { [Slots.FirstName] = "Sarah", [Slots.LastName] = "Johnson", [Slots.Phone] = "(201) 555-0123" }); // pressed twice
        await host.SeenAsync(1);
        var seen = await host.SettleAsync();

        answer.Count.ShouldBe(0);
        var heard = host.Heard.ShouldHaveSingleItem();
        heard.Fields!["phone"].ShouldBe("(201) 555-0123");
        heard.Text.ShouldBe("Create a new customer\nfirst name: Sarah\nlast name: Johnson\nphone number: (201) 555-0123");
        seen.ShouldHaveSingleItem()["kind"]!.GetValue<string>().ShouldBe("ephemeral"); // this shortcut came without a response_url
    }

    [Fact]
    public async Task A_note_from_a_message_needs_a_customer()
    {
        await using var host = await SlackHost.StartAsync();
        await host.InteractAsync(Shortcut(SlackCommands.AddNote, "They want the work done before May"));
        Values(View(host))["note"].ShouldBe("They want the work done before May");

        var refused = await SubmitAsync(host, new() { ["customer"] = "?", ["note"] = "They want it before May" });
        var taken = await SubmitAsync(host, new() { ["customer"] = "John Smith", ["note"] = "They want it before May" });
        await host.SeenAsync(1);

        refused["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("customer");
        taken.Count.ShouldBe(0);
        host.Heard.ShouldHaveSingleItem().Text.ShouldBe("Add a note to John Smith: They want it before May");
    }

    [Fact]
    public async Task A_window_that_slack_does_not_open_leaves_the_sentence()
    {
        await using var host = await SlackHost.StartAsync();
        host.Slack.Refuse("views.open", "expired_trigger_id");

        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, "Sarah Johnson"));
        await host.SeenAsync(1);

        host.Heard.ShouldHaveSingleItem().Text.ShouldBe("Create a new customer: Sarah Johnson");
    }

    [Theory]
    [InlineData("old_form", """{"place":"C1","conversation":"x"}""")]
    [InlineData("new_customer", "not json")]
    [InlineData("new_customer", "")]
    [InlineData("crm_note", "[1]")]
    public async Task A_form_of_an_older_version_says_so_and_does_nothing(string callback, string metadata)
    {
        await using var host = await SlackHost.StartAsync();

        var answer = await SubmitAsync(host, new() { ["a"] = "b" }, callback, metadata);

        answer["response_action"]!.GetValue<string>().ShouldBe("update");
        answer["view"]!.ToJsonString().ShouldContain("older version");
        host.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_edit_button_opens_the_draft_of_the_person_who_pressed()
    {
        await using var host = await SlackHost.StartAsync();

        await host.InteractAsync(Press($"{SlackPresses.Form}{SlackForms.NewCustomer}", "m1"));

        View(host)["callback_id"]!.GetValue<string>().ShouldBe(SlackForms.NewCustomer);
        Values(View(host)).Values.ShouldAllBe(v => v == null);
    }

    [Fact]
    public async Task Official_types_accept_every_window_and_the_home()
    {
        var peer = await SlackPeer.FindAsync();
        await using var host = await SlackHost.StartAsync();
        await WarmAsync(host);
        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, string.Concat(Enumerable.Repeat("They want new siding & a <b> roof. ", 150)) + "201-555-0123"));
        await host.InteractAsync(Shortcut(SlackCommands.AddNote, new string('y', 5000)));
        await host.InteractAsync(Press(FeedbackBlock.Action, "down:m1"));
        var views = host.Slack.CallsOf("views.open").Select(c => c.Arguments["view"]!.ToJsonString()).ToList();
        var home = await host.Services.GetRequiredService<SlackHomePage>().DrawAsync(
            (await host.Services.GetRequiredService<SlackTeams>().FindAsync(SlackSimulator.Team, default))!, SlackSimulator.Rep, default);
        views.Add(System.Text.Json.JsonSerializer.Serialize(new { type = "home", blocks = home }, SlackJson.Options));
        views.Add(System.Text.Json.JsonSerializer.SerializeToNode(SlackForms.Outdated, SlackJson.Options)!["view"]!.ToJsonString());

        views.Count.ShouldBe(5);
        foreach (var view in views)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, view);
            var (_, output) = await peer.RunAsync("--check-view", file);
            File.Delete(file);
            output.ShouldEndWith("1 passed, 0 failed");
        }
    }

    [Fact]
    public async Task The_home_and_a_form_look_as_shown_in_their_files()
    {
        await using var host = await SlackHost.StartAsync();
        await WarmAsync(host);
        await host.InteractAsync(Shortcut(SlackCommands.MakeLead, "Sarah Johnson, 201-555-0123, 12 Maple Ave, Hoboken NJ 07030 wants new siding"));
        var form = View(host);
        form["private_metadata"] = "";
        var team = (await host.Services.GetRequiredService<SlackTeams>().FindAsync(SlackSimulator.Team, default))!;
        var quiet = host.Services.GetRequiredService<SlackQuiet>();
        await quiet.SetAsync(team, SlackHost.Channel, null, new QuietWish(QuietMode.Mention, WholeChannel: true), SlackSimulator.Rep, default);
        var page = ActivatorUtilities.CreateInstance<SlackHomePage>(host.Services, (IEnumerable<IWaitingWork>)[new SomeWork()]);
        var home = await page.DrawAsync(team, SlackSimulator.Rep, default);

        Golden.Check(Path.Combine(Golden.Folder, "form.json"), form.ToJsonString(Shown) + "\n");
        var shown = System.Text.Json.JsonSerializer.SerializeToNode(new { type = "home", blocks = home }, SlackJson.Options)!;
        Golden.Check(Path.Combine(Golden.Folder, "home.json"), shown.ToJsonString(Shown) + "\n");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("/primer", "John Smith", "Produce primer video for John Smith")]
    [InlineData("/primer", "John Smith hold", "Produce primer video for John Smith, hold")]
    [InlineData("/primer", "John Smith hold she is away until Monday", "Produce primer video for John Smith, hold. Note: she is away until Monday")]
    [InlineData("/primer", "Ana Ruiz note: mention the skylight", "Produce primer video for Ana Ruiz. Note: mention the skylight")]
    [InlineData("/primer", "Ana Ruiz-Holden", "Produce primer video for Ana Ruiz-Holden")]
    [InlineData("/primer", "", "Produce a primer video")]
    [InlineData("/lead", "Tom Reed 201-555-0177", "Create a new customer: Tom Reed 201-555-0177")]
    [InlineData("/harde", "", "help")]
    public void Commands_are_sentences(string command, string text, string sentence) => CommandSentences.Of(command, text).ShouldBe(sentence);

    /// <summary>The first reading of a process builds its tables; Slack's three seconds are not for that.</summary>
    private static Task WarmAsync(SlackHost host) =>
        host.Services.GetRequiredService<NewClientFields>().ReadAsync(HardE.Agents.State.Tenants.Default, "Sarah Johnson, 201-555-0123, 12 Maple Ave, Hoboken NJ", default);

    private static JsonObject View(SlackHost host) => host.Slack.CallsOf("views.open")[^1].Arguments["view"]!.AsObject();

    private static Dictionary<string, string?> Values(JsonObject view) => view["blocks"]!.AsArray()
        .ToDictionary(b => b!["block_id"]!.GetValue<string>(), b => b!["element"]!["initial_value"]?.GetValue<string>());

    private static async Task<JsonObject> SubmitAsync(
        SlackHost host, Dictionary<string, string> values, string? callback = null, string? metadata = null)
    {
        var view = host.Slack.CallsOf("views.open").Count > 0 ? View(host) : null;
        var answer = await host.InteractAsync(new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = SlackSimulator.Team },
            ["user"] = new JsonObject { ["id"] = SlackSimulator.Rep, ["team_id"] = SlackSimulator.Team },
            ["view"] = new JsonObject
            {
                ["id"] = "V1",
                ["hash"] = "h1",
                ["callback_id"] = callback ?? view!["callback_id"]!.GetValue<string>(),
                ["private_metadata"] = metadata ?? view!["private_metadata"]!.GetValue<string>(),
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject(values.Select(v => KeyValuePair.Create(
                        v.Key,
                        (JsonNode?)new JsonObject { [InputBlock.Action] = new JsonObject { ["type"] = "plain_text_input", ["value"] = v.Value.Length == 0 ? null : v.Value } }))),
                },
            },
        });
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync();
        return body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject();
    }

    private static JsonObject Shortcut(string callback, string text) => new()
    {
        ["type"] = "message_action",
        ["callback_id"] = callback,
        ["trigger_id"] = $"1.{text.Length}.abc",
        ["team"] = new JsonObject { ["id"] = SlackSimulator.Team },
        ["user"] = new JsonObject { ["id"] = SlackSimulator.Rep, ["team_id"] = SlackSimulator.Team },
        ["channel"] = new JsonObject { ["id"] = SlackHost.Channel },
        ["message"] = new JsonObject { ["ts"] = "1700000002.000100", ["text"] = text },
        ["response_url"] = "",
    };

    private static JsonObject Press(string action, string value) => new()
    {
        ["type"] = "block_actions",
        ["trigger_id"] = "1.3.press",
        ["team"] = new JsonObject { ["id"] = SlackSimulator.Team },
        ["user"] = new JsonObject { ["id"] = SlackSimulator.Rep, ["team_id"] = SlackSimulator.Team },
        ["channel"] = new JsonObject { ["id"] = SlackHost.Channel },
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1700000002.000100", ["channel_id"] = SlackHost.Channel, ["thread_ts"] = "1700000001.000100" },
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = action, ["value"] = value, ["action_ts"] = "1700000003.5" }),
    };

    /// <summary>What a person may find on a Tuesday.</summary>
    private sealed class SomeWork : IWaitingWork
    {
        private static readonly DateTimeOffset Morning = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

        public Task<IReadOnlyList<WaitingItem>> OfAsync(WaitingFor who, CancellationToken ct) => Task.FromResult<IReadOnlyList<WaitingItem>>(
        [
            new("Your yes or no: move job 'Garcia siding' from Proposal to Sold", Morning, "say yes or no, or press a button", Here: false),
            new("Draft of Sarah Johnson: e-mail is missing", Morning.AddHours(-2), "send the next detail", Here: false),
            new("Primer video for John & Ann Smith is ready", Morning.AddDays(-1), "release or cancel it", Here: false),
        ]);
    }
}

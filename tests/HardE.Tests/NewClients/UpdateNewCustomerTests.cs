using HardE.Agents.NewClients;
using HardE.Agents.Turns;

namespace HardE.Tests.NewClients;

/// <summary>What a model may put into a draft: words of the person, and nothing else.</summary>
public sealed class UpdateNewCustomerTests
{
    [Fact]
    public async Task A_value_whose_quote_nobody_said_is_dropped()
    {
        await using var world = await IntakeWorld.CreateAsync();
        var turn = A.Turn("her name is Sarah and she saw us at the fair");

        var result = await UpdateAsync(world, turn, ("first_name", "Sarah", "her name is Sarah"), ("last_name", "Johnson", "Sarah Johnson"), ("city", "Hoboken", "her name is Sarah"));

        var form = turn.State.Get<NewClientDraft>("new_client:U1")!.Form;
        form.Text(Slots.FirstName).ShouldBe("Sarah");
        form[Slots.FirstName].Source.ShouldBe(SlotSource.Model);
        form.Has(Slots.LastName).ShouldBeFalse();
        form.Has(Slots.City).ShouldBeFalse();
        result.Summary.ShouldContain("Not taken");
    }

    [Fact]
    public async Task A_phone_comes_from_the_quote_and_not_from_the_model()
    {
        await using var world = await IntakeWorld.CreateAsync();
        var turn = A.Turn("call 201-555-0123");

        await UpdateAsync(world, turn, ("phone", "201-555-0199", "201-555-0123"));

        turn.State.Get<NewClientDraft>("new_client:U1")!.Form.Text(Slots.Phone).ShouldBe("+12015550123");
    }

    private static Task<ToolResult> UpdateAsync(IntakeWorld world, TurnContext turn, params (string Slot, string Text, string Quote)[] values) =>
        world.Tools().First(t => t.Name == "update_new_customer").RunAsync(
            TurnJson.Element(new { values = values.Select(v => new { slot = v.Slot, text = v.Text, quote = v.Quote }) }), turn, default);
}

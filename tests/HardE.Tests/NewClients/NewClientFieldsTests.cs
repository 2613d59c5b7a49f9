using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;
using HardE.Agents.Turns;

namespace HardE.Tests.NewClients;

/// <summary>A form that was filled in changes exactly what was typed in it.</summary>
public sealed class NewClientFieldsTests
{
    [Fact]
    public void Fields_left_as_they_are_change_nothing()
    {
        var form = Filled();

        var (after, heard) = Apply(form, new Dictionary<string, string>(NewClientFields.Values(form)));

        after.ShouldBe(form);
        heard.ShouldBeEmpty();
    }

    [Fact]
    public void Typed_values_are_read_like_said_ones_and_keep_their_words()
    {
        var (after, heard) = Apply(NewClientForm.Empty, new() { ["first_name"] = "sarah", ["phone"] = "201.555.0123", ["state"] = "New Jersey", ["trades"] = "roofing and gutters" });

        after.Text(Slots.FirstName).ShouldBe("Sarah");
        NewClientFields.Values(after)[Slots.Phone].ShouldBe("(201) 555-0123");
        after.Text(Slots.State).ShouldBe("NJ");
        after.List(Slots.Trades).ShouldBe(["roofing", "gutters"]);
        after[Slots.Phone].Said!.Words.ShouldBe("201.555.0123");
        heard.Count.ShouldBe(5);
    }

    [Fact]
    public void An_emptied_field_is_empty_and_a_changed_one_has_only_the_new_value()
    {
        var (after, _) = Apply(Filled(), new(NewClientFields.Values(Filled())) { ["email"] = "", ["trades"] = "siding" });

        after.Has(Slots.Email).ShouldBeFalse();
        after.List(Slots.Trades).ShouldBe(["siding"]);
        after.Text(Slots.FirstName).ShouldBe("Sarah");
    }

    [Fact]
    public void A_company_makes_a_commercial_customer() =>
        Apply(NewClientForm.Empty, new() { ["company_name"] = "Reed & Sons LLC" }).Form.IsCommercial.ShouldBeTrue();

    [Fact]
    public void Fields_nobody_knows_are_left_alone() =>
        Apply(NewClientForm.Empty, new() { ["role"] = "owner", ["consent_text"] = "yes" }).Form.IsEmpty.ShouldBeTrue();

    private static NewClientForm Filled() =>
        Apply(NewClientForm.Empty, new() { ["first_name"] = "Sarah", ["last_name"] = "Johnson", ["email"] = "sarah@example.com", ["trades"] = "roofing and gutters" }).Form;

    private static (NewClientForm Form, IReadOnlyList<Finding> Heard) Apply(NewClientForm form, Dictionary<string, string> values)
    {
        var request = new TurnRequest(
            "t", "c", new Speaker("u", "Riley", Roles.Rep), "Create a new customer\n" + string.Join('\n', values.Values), new ReplyAddress("slack", "T", "C"), DateTimeOffset.UnixEpoch)
        {
            Id = "turn1",
        };
        var turn = new TurnContext(request, new StateBag(new Dictionary<string, StoredDocument>()), []);
        return NewClientFields.Apply(form, values, turn, new ReadingContext(form, [], new DateOnly(2026, 3, 10)) { Demo = true });
    }
}

using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;

namespace HardE.Tests.NewClients;

/// <summary>The vectors of the CRM page, section 3.2, slot by slot.</summary>
public sealed class NormalisationTests
{
    private static readonly DateOnly Tuesday = new(2026, 3, 10);

    [Theory]
    [InlineData("(201) 555-0123", "+12015550123", null)]
    [InlineData("201.555.0123 x45", "+12015550123", "45")]
    [InlineData("201-555-0123 ext. 7", "+12015550123", "7")]
    [InlineData("201 555 0123 extension 212", "+12015550123", "212")]
    [InlineData("+1 201 555 0123", "+12015550123", null)]
    [InlineData("1-201-555-0123", "+12015550123", null)]
    [InlineData("2015550123", "+12015550123", null)]
    [InlineData("401/555/0168", "+14015550168", null)]
    public void Phones_in_every_form_are_one_number(string written, string e164, string? ext)
    {
        var form = Read(written);

        form.Text(Slots.Phone).ShouldBe(e164);
        form[Slots.Phone].State.ShouldBe(SlotState.Filled);
        form.Text(Slots.PhoneExt).ShouldBe(ext);
    }

    [Theory]
    [InlineData("201-911-0123")]
    [InlineData("123-555-0123")]
    [InlineData("291-555-0123")]
    [InlineData("201-555-012")]
    [InlineData("1-800-ROOFERS")]
    public void Numbers_that_cannot_be_are_invalid(string written)
    {
        var form = Read("phone " + written);

        form[Slots.Phone].State.ShouldBe(SlotState.Invalid);
        form[Slots.Phone].Value.ShouldBeNull();
    }

    [Fact]
    public void Seven_digits_ask_for_the_area_code_or_propose_the_companys()
    {
        Read("555-0123")[Slots.Phone].Reason.ShouldBe("Which area code does 555-0123 have?");

        var proposed = Read("555-0123", c => c with { AreaCode = "201" })[Slots.Phone];
        proposed.State.ShouldBe(SlotState.NeedsConfirmation);
        proposed.Reason.ShouldBe("Is that (201) 555-0123?");
    }

    [Fact]
    public void Fictional_numbers_count_in_the_demo_only()
    {
        Read("201-555-0123", c => c with { Demo = true })[Slots.Phone].State.ShouldBe(SlotState.Filled);
        Read("201-555-0123", c => c with { Demo = false })[Slots.Phone].State.ShouldBe(SlotState.NeedsConfirmation);
    }

    [Fact]
    public void Of_two_numbers_the_first_is_primary_unless_a_word_says_otherwise()
    {
        var first = Read("614-555-0186 and 614-555-0187");
        first.Text(Slots.Phone).ShouldBe("+16145550186");
        first.Get<List<OtherPhone>>(Slots.OtherPhones)!.Single().Number.ShouldBe("+16145550187");

        Read("fax 614-555-0186, cell 614-555-0187").Text(Slots.Phone).ShouldBe("+16145550187");
    }

    [Theory]
    [InlineData("<Sarah.J@Example.COM>,", "Sarah.J@example.com")]
    [InlineData("mailto:ted@example.org", "ted@example.org")]
    [InlineData("her mail is sj@example.com.", "sj@example.com")]
    public void Emails_are_trimmed_and_the_domain_is_lower_case(string written, string email)
    {
        var form = Read(written);

        form.Text(Slots.Email).ShouldBe(email);
        form[Slots.Email].State.ShouldBe(SlotState.Filled);
    }

    [Theory]
    [InlineData("sarah at example dot com", "sarah@example.com")]
    [InlineData("bridget@gmial.com", "bridget@gmial.com")]
    [InlineData("bo@yaho.com", "bo@yaho.com")]
    [InlineData("bo@hotmial.com", "bo@hotmial.com")]
    [InlineData("bo@outlok.com", "bo@outlok.com")]
    public void Spoken_and_misspelt_emails_need_a_yes(string written, string email)
    {
        var form = Read(written);

        form[Slots.Email].State.ShouldBe(SlotState.NeedsConfirmation);
        form.Text(Slots.Email).ShouldBe(email);
    }

    [Theory]
    [InlineData("a..b@example.com")]
    [InlineData("@example.com")]
    [InlineData("sarah@example")]
    [InlineData("sarah@@example.com")]
    public void What_is_no_email_does_not_become_one(string written) => EmailReader.Normalise(written).ShouldBeNull();

    [Theory]
    [InlineData("no email")]
    [InlineData("she doesn't use email")]
    [InlineData("he does not have an e-mail address")]
    [InlineData("Email: none")]
    public void An_email_can_be_declined(string said) => Read(said)[Slots.Email].State.ShouldBe(SlotState.Declined);

    [Theory]
    [InlineData("nj", "NJ")]
    [InlineData("N.J.", "NJ")]
    [InlineData("New Jersey", "NJ")]
    [InlineData("north carolina", "NC")]
    [InlineData("PR", "PR")]
    [InlineData("District of Columbia", "DC")]
    public void States_by_code_or_name(string written, string code) => UsStates.Code(written).ShouldBe(code);

    [Fact]
    public void Jersey_needs_a_yes_and_nonsense_is_no_state()
    {
        var jersey = Read("Hoboken, Jersey 07030");
        jersey[Slots.State].State.ShouldBe(SlotState.NeedsConfirmation);
        jersey.Text(Slots.State).ShouldBe("NJ");
        UsStates.Code("Ontario").ShouldBeNull();
        Read("State: Ontario")[Slots.State].State.ShouldBe(SlotState.Invalid);
    }

    [Theory]
    [InlineData("07030", "NJ", "07030", SlotState.Filled)]
    [InlineData("07030-1234", "NJ", "07030-1234", SlotState.Filled)]
    [InlineData("070301234", "NJ", "07030-1234", SlotState.Filled)]
    [InlineData("7030", "NJ", "07030", SlotState.NeedsConfirmation)]
    [InlineData("7030", "TX", null, SlotState.Invalid)]
    [InlineData("703", "NJ", null, SlotState.Invalid)]
    public void Zip_codes(string written, string state, string? zip, SlotState expected)
    {
        var (value, slotState, _) = ZipCode.Normalise(written, state);

        value.ShouldBe(zip);
        slotState.ShouldBe(expected);
    }

    [Fact]
    public void A_zip_in_an_unlikely_state_is_a_warning_only()
    {
        ZipCode.Warning("NJ", "90210").ShouldNotBeNull();
        ZipCode.Warning("NJ", "07030").ShouldBeNull();
    }

    [Theory]
    [InlineData("12 Court Street", null, "12 COURT ST")]
    [InlineData("5 St Marks Place", null, "5 ST MARKS PL")]
    [InlineData("101 Main St.", "Apt 4B", "101 MAIN ST APT 4B")]
    [InlineData("1818 Fremont Avenue North", null, "1818 FREMONT AVE N")]
    [InlineData("2218 East 29th Ave", null, "2218 E 29TH AVE")]
    public void Street_keys(string street, string? unit, string key) => StreetKey.Of(street, unit).ShouldBe(key);

    [Fact]
    public void A_unit_is_kept_apart_from_the_street()
    {
        var form = Read("101 Main St. Apt 4B, Hoboken NJ 07030");

        form.Text(Slots.Street).ShouldBe("101 Main St");
        form.Text(Slots.Unit).ShouldBe("Apt 4B");
    }

    [Theory]
    [InlineData("JOHNSON, SARAH", "Sarah", "Johnson")]
    [InlineData("sarah johnson", "Sarah", "Johnson")]
    [InlineData("Kevin O'Neil", "Kevin", "O'Neil")]
    [InlineData("KEVIN O'NEIL", "Kevin", "O'Neil")]
    [InlineData("ronald mcdonald", "Ronald", "McDonald")]
    [InlineData("Marcus de la Cruz", "Marcus", "de la Cruz")]
    [InlineData("Jolene R. Whitehorse", "Jolene", "Whitehorse")]
    [InlineData("Mrs. Harriet Loomis", "Harriet", "Loomis")]
    [InlineData("Ingrid Solheim-Baker", "Ingrid", "Solheim-Baker")]
    public void Names(string written, string first, string last) => PersonName.Parse(written).ShouldBe(new PersonName(first, last));

    [Fact]
    public void Mr_and_Mrs_leave_the_second_first_name_open()
    {
        var form = Read("Mr. & Mrs. Tom Johnson, 201-555-0123");

        form.Text(Slots.FirstName).ShouldBe("Tom");
        form.Get<SecondContact>(Slots.SecondContact).ShouldBe(new SecondContact(null, "Johnson", "spouse"));
    }

    [Theory]
    [InlineData("Sarah & Tom Johnson, 201-555-0123")]
    [InlineData("Sarah and Tom Johnson 201-555-0123")]
    public void Two_owners(string said)
    {
        var form = Read(said);

        $"{form.Text(Slots.FirstName)} {form.Text(Slots.LastName)}".ShouldBe("Sarah Johnson");
        form.Get<SecondContact>(Slots.SecondContact)!.FirstName.ShouldBe("Tom");
    }

    [Theory]
    [InlineData("Thursday after 4 pm works", "2026-03-12", null, "16:00")]
    [InlineData("tomorrow morning would be good", "2026-03-11", "morning", null)]
    [InlineData("Tuesday the 17th, afternoon", "2026-03-17", "afternoon", null)]
    [InlineData("could you come on March 19", "2026-03-19", null, null)]
    [InlineData("available 3/20/2026 in the evening", "2026-03-20", "evening", null)]
    public void Wishes_resolve_from_the_day_of_the_message(string said, string date, string? part, string? after)
    {
        var wish = Read(said).Get<AppointmentWish>(Slots.AppointmentPref).ShouldNotBeNull();

        (wish.Date, wish.Part, wish.After).ShouldBe((date, part, after));
    }

    [Fact]
    public void A_past_day_is_asked_about_and_a_13th_month_is_no_day()
    {
        Read("he is available 2026-02-03")[Slots.AppointmentPref].State.ShouldBe(SlotState.NeedsConfirmation);
        Read("available 13/45/2026 please").Has(Slots.AppointmentPref).ShouldBeFalse();
    }

    [Fact]
    public void Wishes_are_told_with_weekday_and_date() =>
        AppointmentReader.Describe(new AppointmentWish(false, "2026-03-12", After: "16:00")).ShouldBe("Thursday, 12 March 2026, after 4:00 PM");

    internal static NewClientForm Read(string text, Func<ReadingContext, ReadingContext>? change = null)
    {
        var context = new ReadingContext(NewClientForm.Empty, [], Tuesday) { Demo = true };
        var found = LeadReader.Read(new HardE.Agents.NewClients.Reading.Said("t1", text), change?.Invoke(context) ?? context);
        return FormMerge.Apply(NewClientForm.Empty, found, correction: false);
    }
}

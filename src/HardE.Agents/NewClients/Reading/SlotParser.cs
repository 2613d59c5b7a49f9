using System.Globalization;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads one slot's value from words that are known to be about that slot.</summary>
internal static class SlotParser
{
    /// <returns>The finding, flagged where the words are doubtful or wrong; null when they say nothing for this slot.</returns>
    public static Finding? Parse(string slot, string words, WordSpan span, ReadingContext context)
    {
        var text = words.Trim().Trim('"', '\'', ',', '.');
        return text.Length == 0 ? null : slot switch
        {
            Slots.FirstName or Slots.LastName => IsName(text) ? Finding.Of(slot, TidyCase.Name(text), span) : Finding.Invalid(slot, span, $"\"{text}\" does not look like a name."),
            Slots.CompanyName => text.Length <= 100 ? Finding.Of(slot, text, span) : null,
            Slots.City => IsName(text) ? Finding.Of(slot, TidyCase.City(text), span) : Finding.Invalid(slot, span, $"\"{text}\" does not look like a city."),
            Slots.State => State(text, span),
            Slots.Zip => Zip(text, span, context),
            Slots.PhoneExt => text.All(char.IsAsciiDigit) && text.Length <= 6 ? Finding.Of(slot, text, span) : null,
            Slots.YearBuilt => Number(slot, text, span, 1800, context.Today.Year),
            Slots.RoofAge => Number(slot, text, span, 0, 80),
            Slots.Stories => Number(slot, text, span, 1, 4),
            Slots.Unit or Slots.Notes or Slots.JobDescription => Finding.Of(slot, text, span),
            Slots.CustomerType => text.ToLowerInvariant() is "commercial" or "residential" ? Finding.Of(slot, text.ToLowerInvariant(), span) : null,
            Slots.PhoneLabel => text.ToLowerInvariant() is "cell" or "home" or "office" or "fax" or "other" ? Finding.Of(slot, text.ToLowerInvariant(), span) : null,
            Slots.ConsentText => text.ToLowerInvariant() is "yes" or "no" or "unknown" ? Finding.Of(slot, text.ToLowerInvariant(), span) : null,
            Slots.SecondContact => PersonName.Parse(text) is { } name ? Finding.Of(slot, new SecondContact(name.First, name.Last, null), span) : null,
            _ => ByReader(slot, text, span, context),
        };
    }

    private static Finding? ByReader(string slot, string text, WordSpan span, ReadingContext context)
    {
        var said = new Said(span.Message, text);
        var asked = context with { Asked = [slot], Form = context.Form.Without(slot) };
        var found = slot switch
        {
            Slots.Phone or Slots.OtherPhones => PhoneSlots.Read(said, asked),
            Slots.Email => EmailReader.Read(said),
            Slots.Street => AddressReader.Read(said, asked),
            Slots.Trades => TradeReader.Find(said, asked),
            Slots.LeadSource => LeadSourceReader.Read(said, asked),
            Slots.SalesRep => RepReader.Read(said, asked),
            Slots.AppointmentPref => AppointmentReader.Read(said, asked),
            Slots.PropertyType => PropertyReader.Read(said, asked),
            Slots.InsuranceClaim => ClaimReader.Read(said, asked),
            _ => [],
        };
        return found.FirstOrDefault(f => f.Slot == slot) is { } first ? first with { Words = span } : null;
    }

    private static bool IsName(string text) => text.Length <= 50 && !text.Any(c => char.IsAsciiDigit(c) || c is '@' or '<' or '{');

    private static Finding State(string text, WordSpan span) =>
        UsStates.Code(text) is { } code ? Finding.Of(Slots.State, code, span)
        : UsStates.Guess(text) is { } guess ? Finding.Of(Slots.State, guess, span).Doubtful($"Is \"{text}\" {UsStates.NameOf(guess)} ({guess})?")
        : Finding.Invalid(Slots.State, span, $"\"{text}\" is no state of the US.");

    private static Finding Zip(string text, WordSpan span, ReadingContext context)
    {
        var (value, state, reason) = ZipCode.Normalise(text, context.Form.Text(Slots.State));
        return value is null ? Finding.Invalid(Slots.Zip, span, reason!) : Finding.Of(Slots.Zip, value, span) with { State = state, Reason = reason };
    }

    private static Finding Number(string slot, string text, WordSpan span, int least, int most) =>
        int.TryParse(text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? Finding.Of(slot, number, span)
            : Finding.Invalid(slot, span, $"\"{text}\" is no number from {least} to {most}.");
}

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads one message about one new customer: every extractor in turn, each leaving the words it used to no other.</summary>
internal static class LeadReader
{
    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        var found = new List<Finding>();
        FieldReader.HideFrame(said);
        found.AddRange(AnswerReader.Read(said, context));
        found.AddRange(ChangeReader.Read(said, context));
        found.AddRange(EmailReader.Read(said));
        found.AddRange(PhoneSlots.Read(said, context));
        var fields = FieldReader.Read(said);
        found.AddRange(fields);
        var address = AddressReader.Read(said, context);
        found.AddRange(address.Where(a => !fields.Any(f => f.Slot == a.Slot)));
        found.AddRange(LeadSourceReader.Read(said, context).Where(_ => !fields.Any(f => f.Slot == Slots.LeadSource)));
        found.AddRange(ClaimReader.Read(said, context));
        var property = PropertyReader.Read(said, context);
        found.AddRange(property);
        var commercial = context.Form.IsCommercial || property.Any(f => f.Slot == Slots.CustomerType);
        found.AddRange(CompanyReader.Read(said, context, commercial));
        found.AddRange(RepReader.Read(said, context));
        var second = SecondPersonReader.Read(said);
        found.AddRange(NameReader.Read(said, context).Where(f => f.Slot != Slots.SecondContact || second.Count == 0));
        found.AddRange(second);
        found.AddRange(TradeReader.Find(said, context));
        found.AddRange(AppointmentReader.Read(said, context));
        found.AddRange(NoteReader.Read(said, context));
        found.AddRange(DescriptionReader.Read(said, context));
        return found;
    }
}

using System.Text.RegularExpressions;

namespace HardE.Agents.NewClients.Reading;

/// <summary>Reads short answers to what was just asked: yes, no, an area code, skip.</summary>
internal static partial class AnswerReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Finding> Read(Said said, ReadingContext context)
    {
        if (AreaCode(said, context) is { } phone)
        {
            return [phone];
        }

        var doubtful = context.Asked.Where(s => context.Form[s] is { State: SlotState.NeedsConfirmation, Value: not null }).ToList();
        if (doubtful.Count > 0 && Yes.Match(said.Text) is { Success: true } yes)
        {
            said.Take(yes);
            return [.. doubtful.Select(slot => new Finding(slot, Meant(context.Form, slot), said.Span(yes.Index, yes.Length)) { Source = SlotSource.UserText })];
        }

        if (doubtful.Count == 1 && No.Match(said.Text) is { Success: true } no && said.Text.Trim().Length <= no.Length + 2)
        {
            said.Take(no);
            if (context.Form.Text(Slots.Email) is { } written && doubtful[0] == Slots.Email && EmailReader.NearMiss(written) is not null)
            {
                return [Finding.Of(Slots.Email, written, said.Span(no.Index, no.Length))];
            }

            return [Finding.Invalid(doubtful[0], said.Span(no.Index, no.Length), $"Then what is the right {Slots.Label(doubtful[0])}?")];
        }

        var declinable = context.Asked.FirstOrDefault(Slots.Declinable.Contains);
        if (declinable is not null && Skip.Match(said.Text) is { Success: true } skip)
        {
            said.Take(skip);
            return [Finding.Declined(declinable, said.Span(skip.Index, skip.Length))];
        }

        return [];
    }

    /// <summary>What a yes confirms: the value, or the better spelling we asked about.</summary>
    private static System.Text.Json.JsonElement? Meant(NewClientForm form, string slot) =>
        slot == Slots.Email && form.Text(slot) is { } written && EmailReader.NearMiss(written) is { } better
            ? Turns.TurnJson.Element(better)
            : form[slot].Value;

    /// <summary>The missing part of a seven-digit number.</summary>
    private static Finding? AreaCode(Said said, ReadingContext context)
    {
        var phone = context.Form[Slots.Phone];
        if (phone.State is SlotState.Missing or SlotState.Filled || phone.Said is not { } words)
        {
            return null;
        }

        var local = string.Concat(words.Words.Where(char.IsAsciiDigit));
        var match = Code.Match(said.Text);
        match = match.Success || !context.WasAsked(Slots.Phone) ? match : BareCode.Match(said.Text);
        if (!match.Success || local.Length != 7 || PhoneNumber.From(match.Groups["n"].Value + local) is not { } number)
        {
            return null;
        }

        said.Take(match);
        return Finding.Of(Slots.Phone, number.E164, said.Span(match.Index, match.Length));
    }

    [GeneratedRegex(@"\barea(?: code)?\b\W*(?:is\s+|it'?s\s+|=\s*|:\s*)?(?<n>[2-9]\d\d)\b", Options)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"^\W*(?:it'?s |its |use |yes,? )?\(?(?<n>[2-9]\d\d)\)?(?=\W*(?:$|[,.;]|\s(?!\d)))", Options)]
    private static partial Regex BareCode { get; }

    [GeneratedRegex(@"^\W*(?:yes|yep|yeah|yup|correct|right|that'?s (?:right|correct|it|fine)|exactly|si|s\u00ed|confirmed|ok(?:ay)?|sure|it is|y)\b", Options)]
    private static partial Regex Yes { get; }

    [GeneratedRegex(@"^\W*(?:no|nope|wrong|incorrect|not right|that'?s (?:wrong|not right))\b[.!]?", Options)]
    private static partial Regex No { get; }

    [GeneratedRegex(@"^\W*(?:skip(?: it| that)?|none|no|unknown|don'?t (?:know|have (?:it|one|any))|not (?:sure|known)|n/?a|no idea|has none|doesn'?t have (?:one|any)|later|pass)\W*$", Options)]
    private static partial Regex Skip { get; }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>Turns "make it not before 10" after a preview into a new preview.</summary>
internal static partial class PreviewEdits
{
    /// <returns>The arguments of the new preview; null when the sentence is no edit.</returns>
    public static JsonObject? Apply(OpenQuestion open, Said said, TurnContext turn)
    {
        if (open.Arguments is null || !StillShown(turn) || Question().IsMatch(said.Text) || said.HasTarget)
        {
            return null;
        }

        var arguments = JsonNode.Parse(open.Arguments)!.AsObject();
        return open.Tool switch
        {
            "add_job_note" or "add_customer_note" => Note(arguments, said),
            "move_job_stage" => Stage(arguments, said),
            "update_job" => Update(arguments, said),
            "create_job" => Create(arguments, said),
            _ => null,
        };
    }

    private static JsonObject? Note(JsonObject arguments, Said said)
    {
        if (Tag().Match(said.Text) is { Success: true } tag && Colleague(said, tag.Groups["who"].Value) is { } person)
        {
            var mentions = arguments["mentions"]?.AsArray() ?? [];
            arguments["mentions"] = new JsonArray([.. mentions.Select(m => m!.GetValue<string>()).Append(person.Id.Value).Distinct().Select(m => (JsonNode)m)]);
            return arguments;
        }

        return WithText(arguments, arguments, "text", said.Raw);
    }

    private static JsonObject? Stage(JsonObject arguments, Said said)
    {
        if (Folding.Words(said.Text).Count > 9 || said.Vocabulary.StageIn(said.Text) is not { } stage)
        {
            return null;
        }

        arguments["to_stage"] = stage;
        return arguments;
    }

    private static JsonObject? Update(JsonObject arguments, Said said)
    {
        var changes = arguments["changes"]?.AsObject() ?? [];
        if (changes["rep"] is not null && Edit().IsMatch(said.Raw) && ColleagueIn(said) is { } rep)
        {
            changes["rep"] = rep.Id.Value;
            return arguments;
        }

        return changes["description"] is null ? null : WithText(arguments, changes, "description", said.Raw);
    }

    private static JsonObject? Create(JsonObject arguments, Said said)
    {
        if (!Edit().IsMatch(said.Raw))
        {
            return null;
        }

        var changed = false;
        if (ColleagueIn(said) is { } rep)
        {
            (arguments["rep"], changed) = (rep.Id.Value, true);
        }
        else if (OnlyTrade().IsMatch(said.Raw) && Trades.In(said.Text) is { Count: > 0 } trades)
        {
            (arguments["trades"], changed) = (new JsonArray([.. trades.Select(t => (JsonNode)t)]), true);
        }

        if (InsuranceWord().IsMatch(said.Text))
        {
            (arguments["insurance"], changed) = (!NotWord().IsMatch(said.Text), true);
        }

        return changed ? arguments : WithText(arguments, arguments, "description", said.Raw);
    }

    private static JsonObject? WithText(JsonObject arguments, JsonObject holder, string member, string said)
    {
        var text = holder[member]?.GetValue<string>() ?? "";
        if (TextEdits.Apply(text, said) is not { Length: > 0 } changed || changed == text)
        {
            return null;
        }

        holder[member] = changed;
        return arguments;
    }

    /// <summary>Nothing was said since the preview but this.</summary>
    private static bool StillShown(TurnContext turn) =>
        turn.History.LastOrDefault(l => l.Role == "assistant") is not { } last || last.Text.StartsWith("I would ", StringComparison.Ordinal);

    private static CrmUser? ColleagueIn(Said said) => said.Vocabulary.StaffIn(said.Text) is { } name ? Colleague(said, name) : null;

    private static CrmUser? Colleague(Said said, string words) =>
        said.Vocabulary.StaffAt(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Said is { } name && Staff.Find(said.Vocabulary.Users, name) is { Problem: null, One: { } one } ? one : null;

    [GeneratedRegex(@"^(?:yes\W+|ok\W+|and\s+|also\s+|please\s+)*(?:tag|mention|cc|ping|notify|loop in)\s+(?<who>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:no|actually|wait|sorry|make|change|give|put|assign|rather|instead|i meant|it'?s|it should|should|also|and|add|but|use|keep|with|rep|yes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Edit();

    [GeneratedRegex(@"^(?:(?:no|actually|wait|sorry|make it|change it to|it'?s|it should be|i meant|rather|change the trade to)\b[\s,]*)+(?:a\s+|the\s+)?[\p{L}_ ,]{3,40}(?:\s+job)?(?:\s+instead)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyTrade();

    [GeneratedRegex(@"\binsurance\b", RegexOptions.IgnoreCase)]
    private static partial Regex InsuranceWord();

    [GeneratedRegex(@"\b(?:not|no|isn't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotWord();

    [GeneratedRegex(@"^(?:what|which|who|where|when|why|how|is|are|was|do|does|did|find|show|look up|pull up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();
}

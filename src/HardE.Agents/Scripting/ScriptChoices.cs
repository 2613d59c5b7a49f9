using HardE.Agents.Crm;
using HardE.Agents.Turns;

namespace HardE.Agents.Scripting;

/// <summary>Asks which customer is meant, or says that there is none and what can be done.</summary>
internal static class ScriptChoices
{
    public static ToolResult Ask(TurnContext turn, ScriptRequest request, IReadOnlyList<CustomerSummary> choices)
    {
        turn.State.Set(turn.Mine(ScriptDraft.State), new ScriptDraft("", [], 0)
        {
            Waiting = request,
            Choices = [.. choices.Select(c => ScriptCustomers.Key(c.Id))],
        });
        if (choices.Count == 0)
        {
            return ToolResult.NotFound(
                $"No customer matches “{request.Customer}”.",
                $"Tell me another name or a phone, add them first with “new customer: {request.Customer}”, or say “write it anyway” and I use only what you told me.")
                with
            {
                Parts = [new ButtonsPart([new("Write it anyway", "say:write it anyway", ButtonStyle.Primary), new("Drop it", "say:start over")])],
            };
        }

        var rows = choices.Select((c, i) => $"{i + 1}. {Line(c)}");
        return new ToolResult(ToolOutcome.NeedsInput, $"Which “{request.Customer}” do you mean?\n{string.Join('\n', rows)}")
        {
            Data = TurnJson.Element(new { choices = choices.Select(c => new { id = ScriptCustomers.Key(c.Id), name = c.Name }) }),
            Parts = [new ButtonsPart([.. choices.Take(5).Select(c => new ReplyButton(Line(c)[..Math.Min(70, Line(c).Length)], ScriptReply.CustomerToken + ScriptCustomers.Key(c.Id)))])],
        };
    }

    /// <summary>What the script is for: <c>John Smith, roofing</c>.</summary>
    public static string Label(ScriptSubject subject)
    {
        var trades = subject.Job is { } job ? TradeWords.Of(job.Value.TradeNames, job.Value.Description) : [];
        var known = trades.Where(t => t != TradeWords.General).Select(t => t.Id).ToList();
        var number = subject.Job?.Value.Number is { Length: > 0 } n ? $", job {n}" : "";
        return $"{subject.Customer!.Value.DisplayName}{(known.Count > 0 ? $", {ReasonWords.Join(known)}" : "")}{number}";
    }

    private static string Line(CustomerSummary c) => $"{c.Name}{(c.City is { Length: > 0 } city ? $", {city}" : "")}{(c.NewestStage is { } stage ? $" ({stage})" : "")}";
}

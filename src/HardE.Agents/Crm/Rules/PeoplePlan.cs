using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>Makes ids of the colleagues a sentence names, before anything else is done.</summary>
internal static class PeoplePlan
{
    private const string NotKnown = "I cannot tell which are yours: the CRM has no user with your name or e-mail address.";

    /// <returns>The request with ids in it, or the question who is meant.</returns>
    public static (CrmAsk Ask, Decision? Question) Check(CrmSteps steps, CrmAsk ask)
    {
        if (ask.Rep is { } rep and not "unassigned")
        {
            var match = Find(steps, rep);
            if (match.Problem is { } problem)
            {
                return (ask, Question(steps, ask, match, rep == "me" && match.Users.Count == 0 ? NotKnown : problem));
            }

            ask = ask with { Rep = match.One!.Id.Value };
        }

        var mentions = new List<string>();
        foreach (var said in ask.Mentions)
        {
            var match = Find(steps, said);
            if (match.Problem is { } problem)
            {
                var others = ask.Mentions.Where(m => m != said);
                return (ask, Question(steps, ask with { Mentions = [said, .. others] }, match, problem));
            }

            mentions.Add(match.One!.Id.Value);
        }

        return (ask with { Mentions = [.. mentions.Distinct()] }, null);
    }

    private static StaffMatch Find(CrmSteps steps, string said) => said == "me"
        ? new StaffMatch(steps.Turn.Speaker.Name, Staff.Of(steps.Vocabulary.Users, steps.Turn.Speaker) is { } me ? [me] : [])
        : Staff.Find(steps.Vocabulary.Users, said);

    private static Decision Question(CrmSteps steps, CrmAsk ask, StaffMatch match, string problem)
    {
        if (match.Users.Count > 1)
        {
            ReplyButton[] buttons = [.. match.Users.Take(CrmAnswer.MostChoices).Select(u => new ReplyButton(u.Name, $"say:{u.Name}"))];
            return steps.Ask(problem, new OpenQuestion(OpenKind.Staff, ask) { Options = [.. match.Users.Select(OpenQuestion.Of)] }, new ButtonsPart(buttons));
        }

        var active = steps.Vocabulary.Users.Where(u => u.Active).ToList();
        var who = active.Count is > 0 and <= 12 ? $" Active colleagues are {Words.And(active.Select(u => u.Name))}." : "";
        return ask.Kind == AskKind.List
            ? steps.Reply(problem + who)
            : steps.Ask($"{problem} Nothing was changed.{who} Whom shall I take instead?", new OpenQuestion(OpenKind.Staff, ask) { Options = [.. active.Select(OpenQuestion.Of)], Because = problem });
    }
}

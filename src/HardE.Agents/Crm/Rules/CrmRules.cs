using HardE.Agents.Turns;

namespace HardE.Agents.Crm.Rules;

/// <summary>What leap_interaction_agent does without a model: reads the sentence, finds the record, then looks or prepares the change.</summary>
internal sealed class CrmRules(ICrm crm, CrmReading reading) : IAgentRules
{
    public const string Id = "leap_interaction_agent";
    public const string Help =
        "I can look up, note and move CRM records. Try for example: \"find John Smith\", \"add a note to the Garcia job: call after 5\", \"move the Whitfield job to Sold\".";

    private static readonly string[] Writes = ["add_job_note", "add_customer_note", "move_job_stage", "update_job", "create_job"];

    public string Agent => Id;

    public async ValueTask<Decision> DecideAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Steps.LastOrDefault(s => s.Agent == Id) is { } last && Writes.Contains(last.Call.Tool))
        {
            return AfterWrite(turn, last);
        }

        var vocabulary = await VocabularyAsync(turn.Tenant, ct);
        var said = Said.Of(turn.Text, vocabulary);
        var open = OpenQuestion.Of(turn);
        var steps = new CrmSteps(turn, vocabulary, reading.Zone);
        if (open is { Kind: OpenKind.Preview, Tool: { } tool } && PreviewEdits.Apply(open, said, turn) is { } edited)
        {
            return steps.Write(open.Ask, tool, edited);
        }

        return Understand(open, said) is { } ask ? Next(steps, ask) : Lost(turn, open, said);
    }

    /// <summary>An answer to our question, unless the sentence is a request of its own.</summary>
    private static CrmAsk? Understand(OpenQuestion? open, Said said)
    {
        var fresh = CrmSentence.Read(said);
        if (open is null)
        {
            return CrmSentence.IsCancel(said.Text) ? null : fresh;
        }

        var calledOff = CrmSentence.IsCancel(said.Text);
        var answer = calledOff || open.Kind == OpenKind.Preview ? null : Choices.Answer(open, said);
        var own = fresh is { Sure: true } && (open.Kind == OpenKind.Preview || IsOwnRequest(open, fresh, answer));
        return own && !calledOff ? fresh : answer;
    }

    /// <summary>"move the Bell job to Sold" is no answer to "which Smith?", but "the one in Akron" is.</summary>
    private static bool IsOwnRequest(OpenQuestion open, CrmAsk fresh, CrmAsk? answer) =>
        answer is null || (open.Kind != OpenKind.Text && fresh.Kind is AskKind.Note or AskKind.Create or AskKind.Update or AskKind.Move && !fresh.Record.IsEmpty && !fresh.Record.Pronoun && open.Kind != OpenKind.Stage);

    private static Decision Lost(TurnContext turn, OpenQuestion? open, Said said)
    {
        if (CrmSentence.IsCancel(said.Text))
        {
            OpenQuestion.Close(turn);
            return Decision.Say(new TurnReply(Id, open?.Because is { } why ? $"All right, nothing was changed. {why}" : "All right, nothing was changed."));
        }

        if (open is null)
        {
            return new Decision.Unsure(Help);
        }

        if (open.Kind == OpenKind.Preview)
        {
            OpenQuestion.Close(turn); // talk has moved on; the yes or no that may still come is the runner's
        }

        return new Decision.HandOver("triage_agent");
    }

    private static Decision Next(CrmSteps steps, CrmAsk ask) => PeoplePlan.Check(steps, ask) is var (checkedAsk, question) && question is not null
        ? question
        : checkedAsk.Kind switch
        {
            AskKind.List => ListPlan.Next(steps, checkedAsk),
            AskKind.Cannot => steps.Reply(checkedAsk.Text!),
            AskKind.Undo => steps.ResultOf(TurnDecisions.UndoTool) is { } undone ? steps.Reply(undone) : Decision.Tool(TurnDecisions.UndoTool, new { }),
            AskKind.Lookup => LookupPlan.Next(steps, checkedAsk),
            AskKind.Create => CustomerPlan.Next(steps, checkedAsk),
            AskKind.Note when checkedAsk.Level != NoteLevel.Job && checkedAsk.Record.Job is null => CustomerPlan.Next(steps, checkedAsk),
            _ => JobPlan.Next(steps, checkedAsk),
        };

    /// <summary>A write that did not become a preview: it says why; an unknown stage stays open as a question.</summary>
    private static Decision AfterWrite(TurnContext turn, ToolStep step)
    {
        OpenQuestion.Close(turn);
        if (step.Call.Tool == "move_job_stage" && step.Result.Outcome == ToolOutcome.NeedsInput)
        {
            var job = step.Call.Arguments.GetProperty("job_id").GetString();
            new OpenQuestion(OpenKind.Stage, new CrmAsk(AskKind.Move) { Record = new Reference { Job = job }, Sure = true }).Save(turn);
        }

        return CrmSteps.Show(step.Result);
    }

    private async Task<Vocabulary> VocabularyAsync(string tenant, CancellationToken ct)
    {
        var pipeline = await crm.GetPipelineAsync(tenant, ct);
        var users = await crm.ListUsersAsync(tenant, ct);
        return new Vocabulary(pipeline.Ok ? [.. pipeline.Value.Stages.Select(s => s.Stage)] : [], users.Ok ? users.Value : []);
    }
}

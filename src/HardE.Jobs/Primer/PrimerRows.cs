using HardE.Agents.Crm;
using HardE.Agents.Turns;
using HardE.Jobs.Mail;

namespace HardE.Jobs.Primer;

/// <summary>Rows of the run's tables and what they mean.</summary>
internal static class PrimerRows
{
    public const string Columns = """
        tenant, id, state, ends_as, reason, steps_done, attempts, hold, cancelled_by, due_at, deadline_at, fence, version,
        asker, request, work, merged_into, created_at, ended_at, round
        """;

    public static string Word(PrimerState state) => state.ToString().ToLowerInvariant();

    public static PrimerState State(string word) => Enum.Parse<PrimerState>(word, ignoreCase: true);

    /// <summary>What a search looks through: folded, so that "jose" finds José.</summary>
    public static string Search(string? customer, string? job, string asker) => Folding.Fold($"{customer} {job} {asker}");

    internal sealed record Run
    {
        public string Tenant { get; init; } = "";
        public string Id { get; init; } = "";
        public string State { get; init; } = "";
        public string? EndsAs { get; init; }
        public string? Reason { get; init; }
        public long StepsDone { get; init; }
        public long Attempts { get; init; }
        public long Hold { get; init; }
        public string? CancelledBy { get; init; }
        public long DueAt { get; init; }
        public long DeadlineAt { get; init; }
        public long Fence { get; init; }
        public long Version { get; init; }
        public string Asker { get; init; } = "";
        public string Request { get; init; } = "";
        public string Work { get; init; } = "";
        public string? MergedInto { get; init; }
        public long CreatedAt { get; init; }
        public long? EndedAt { get; init; }
        public long Round { get; init; }

        public PrimerRun ToRun() => new(Tenant, Id, TurnJson.Read<PrimerOrder>(Request), TurnJson.Read<PrimerWork>(Work))
        {
            State = PrimerRows.State(State),
            EndsAs = EndsAs is null ? null : PrimerRows.State(EndsAs),
            Reason = Reason,
            StepsDone = (int)StepsDone,
            Attempts = (int)Attempts,
            Hold = Hold != 0,
            CancelledBy = CancelledBy,
            Asker = Asker,
            DueAt = DateTimeOffset.FromUnixTimeMilliseconds(DueAt),
            DeadlineAt = DateTimeOffset.FromUnixTimeMilliseconds(DeadlineAt),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            EndedAt = EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
            Version = Version,
            MergedInto = MergedInto,
            Round = (int)Round,
        };
    }

    internal sealed record Door
    {
        public string DoorKey { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Asker { get; init; } = "";
        public string Address { get; init; } = "";

        public PrimerDoor ToDoor() => new(DoorKey, Enum.Parse<DoorKind>(Kind, ignoreCase: true), Asker, TurnJson.Read<DoorAddress>(Address));
    }
}

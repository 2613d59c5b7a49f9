namespace HardE.Agents.Crm;

/// <summary>Problems with a CRM that a person can act on.</summary>
public enum CrmErrorKind { NotFound, Validation, Duplicate, Conflict, OutcomeUnknown, Unsupported }

/// <summary>What went wrong, in words for the person, with the fields it concerns.</summary>
public sealed record CrmError(
    CrmErrorKind Kind, string UserMessage, IReadOnlyDictionary<string, string[]>? Fields = null, string? CorrelationId = null);

/// <summary>A value, or why there is none.</summary>
public readonly record struct CrmResult<T>
{
    private readonly T? value;

    private CrmResult(T? value, CrmError? error) => (this.value, Error) = (value, error);

    public CrmError? Error { get; }

    public bool Ok => Error is null;

    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException(Error.UserMessage);

    public static CrmResult<T> Of(T value) => new(value, null);

    public static CrmResult<T> Fail(CrmErrorKind kind, string userMessage) => new(default, new CrmError(kind, userMessage));

    public static CrmResult<T> Fail(CrmError error) => new(default, error);

    public static implicit operator CrmResult<T>(T value) => Of(value);

    public static implicit operator CrmResult<T>(CrmError error) => Fail(error);
}

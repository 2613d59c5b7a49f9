using System.Text.Json;

namespace HardE.Agents.Turns;

/// <summary>What a tool does to the world, mildest first.</summary>
public enum ToolEffect
{
    /// <summary>Looks, changes nothing.</summary>
    Read,

    /// <summary>Changes only our own drafts.</summary>
    Draft,

    /// <summary>Changes a record in an outside system.</summary>
    Write,

    /// <summary>Sends something to a person outside the conversation.</summary>
    Send,

    /// <summary>Removes a record in an outside system.</summary>
    Delete,
}

/// <summary>One thing an agent can do. Declared by name in <c>agent_config.yaml</c>; run only by the tool runner.</summary>
public interface ITool
{
    /// <summary>Lower case with underscores; what agents and evals call it.</summary>
    string Name { get; }

    /// <summary>One sentence for the model and for the dashboard.</summary>
    string Description { get; }

    ToolEffect Effect { get; }

    /// <summary>Rights a speaker's role must hold, for example <c>crm.read</c>; see <see cref="Permissions"/>.</summary>
    IReadOnlyList<string> Scopes { get; }

    /// <summary>True when running it again with the same key cannot do the thing twice.</summary>
    bool Idempotent { get; }

    /// <summary>True when the result holds text that others wrote: CRM notes, web pages, transcripts.</summary>
    bool UntrustedOutput { get; }

    TimeSpan Timeout { get; }

    /// <summary>JSON Schema of the arguments: an object, every property required, nothing else allowed.</summary>
    JsonElement InputSchema { get; }

    /// <summary>Checks the arguments and does the thing once.</summary>
    /// <exception cref="Services.ServiceException">An outside service could not be asked.</exception>
    Task<ToolResult> RunAsync(JsonElement arguments, TurnContext turn, CancellationToken ct);
}

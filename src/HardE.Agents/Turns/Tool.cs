using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace HardE.Agents.Turns;

/// <summary>
/// A tool whose arguments are a record: the JSON Schema is made from it. A member that may be left out is nullable;
/// a doc of a member is its <c>[Description]</c>.
/// </summary>
/// <typeparam name="TInput">The arguments.</typeparam>
public abstract class Tool<TInput> : ITool where TInput : class
{
    private static readonly AIJsonSchemaCreateOptions Strict = new()
    {
        TransformOptions = new AIJsonSchemaTransformOptions
        {
            DisallowAdditionalProperties = true,
            RequireAllProperties = true,
            MoveDefaultKeywordToDescription = true,
        },
    };

    private static readonly JsonElement Schema = AIJsonUtilities.CreateJsonSchema(
        typeof(TInput), serializerOptions: TurnJson.Options, inferenceOptions: Strict);

    private static readonly JsonSerializerOptions Reading = new(TurnJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    };

    public abstract string Name { get; }
    public abstract string Description { get; }
    public abstract ToolEffect Effect { get; }
    public abstract IReadOnlyList<string> Scopes { get; }
    public virtual bool Idempotent => Effect == ToolEffect.Read;
    public virtual bool UntrustedOutput => false;
    public virtual TimeSpan Timeout => TimeSpan.FromSeconds(30);
    public JsonElement InputSchema => Schema;

    public async Task<ToolResult> RunAsync(JsonElement arguments, TurnContext turn, CancellationToken ct)
    {
        TInput? input;
        try
        {
            input = arguments.Deserialize<TInput>(Reading);
        }
        catch (JsonException problem)
        {
            return new ToolResult(ToolOutcome.InvalidArguments, $"The arguments of {Name} do not fit: {problem.Path} {problem.Message}");
        }

        return input is null
            ? new ToolResult(ToolOutcome.InvalidArguments, $"{Name} needs its arguments.")
            : await RunAsync(input, turn, ct);
    }

    /// <summary>Does the thing once. Bad input is an answer, not an exception.</summary>
    protected abstract Task<ToolResult> RunAsync(TInput input, TurnContext turn, CancellationToken ct);
}

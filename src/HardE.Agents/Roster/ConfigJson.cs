using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HardE.Agents.Roster;

/// <summary>The JSON rules that tie the names in <c>agent_config.yaml</c> to the C# types.</summary>
internal static class ConfigJson
{
    /// <summary>As written: required members are required, nothing else is allowed.</summary>
    public static readonly JsonSerializerOptions Strict = Make(lenient: false);

    /// <summary>Takes a file with holes (they were reported), so that the rest of it can be checked too.</summary>
    public static readonly JsonSerializerOptions Lenient = Make(lenient: true);

    private static JsonSerializerOptions Make(bool lenient)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (lenient)
        {
            resolver.Modifiers.Add(info =>
            {
                foreach (var member in info.Properties)
                {
                    member.IsRequired = false;
                }
            });
        }

        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = !lenient,
            TypeInfoResolver = resolver,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}

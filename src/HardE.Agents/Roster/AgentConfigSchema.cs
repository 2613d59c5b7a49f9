using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace HardE.Agents.Roster;

/// <summary>The JSON Schema of <c>agent_config.yaml</c>, made from the C# types, so that editors can complete the file.</summary>
public static class AgentConfigSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as it lies in <c>docs/agent_config.schema.json</c>.</summary>
    public static string Write()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = ConfigJson.Strict.GetJsonSchemaAsNode(typeof(AgentConfig), exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "agent_config.yaml of Hard-E");
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return schema;
        }

        NoNull(node);
        node.Remove("default");
        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false)
            .OfType<DescriptionAttribute>().FirstOrDefault() is { } said)
        {
            node.Insert(0, "description", said.Description);
        }

        return node;
    }

    // YAML's null is refused: a key that says nothing is left out.
    private static void NoNull(JsonObject node)
    {
        if (node["type"] is JsonArray { Count: 2 } types)
        {
            node["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
        }

        if (node["enum"] is JsonArray values)
        {
            node["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        }
    }
}

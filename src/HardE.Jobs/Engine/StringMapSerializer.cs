using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace HardE.Jobs.Engine;

/// <summary>How Quartz stores a job's data: names and strings as JSON (<c>useProperties</c>), nothing else.</summary>
internal sealed class StringMapSerializer : IObjectSerializer
{
    public void Initialize()
    {
        // Quartz asks for it; there is nothing to prepare.
    }

    public byte[] Serialize<T>(T obj) where T : class => obj is NameValueCollection values
        ? JsonSerializer.SerializeToUtf8Bytes(values.AllKeys.ToDictionary(k => k ?? "", k => values[k]))
        : throw new NotSupportedException($"Job data is strings only, not {typeof(T).Name}.");

    public T? DeSerialize<T>(byte[] data) where T : class
    {
        var values = new NameValueCollection();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data) ?? [])
        {
            values[name] = value;
        }

        return values as T ?? throw new NotSupportedException($"Job data is strings only, not {typeof(T).Name}.");
    }
}

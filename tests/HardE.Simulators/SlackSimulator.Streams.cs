using System.Text.Json.Nodes;

namespace HardE.Simulators;

/// <summary>Streams as Slack plays them: open, filled, stopped; ended by Slack itself when a test says so.</summary>
public sealed partial class SlackSimulator
{
    private readonly Lock streaming = new();

    /// <summary>After so many appends Slack ends a stream by itself.</summary>
    public int StreamBudget { get; set; } = int.MaxValue;

    /// <summary>Calls that real Slack would answer with an error a client must not provoke.</summary>
    public List<string> Faults { get; } = [];

    private JsonObject StartStream(JsonObject arguments)
    {
        var answer = Post("stream", arguments);
        lock (streaming)
        {
            var seen = Seen.Last(p => p["ts"]!.GetValue<string>() == answer["ts"]!.GetValue<string>());
            seen["text"] = arguments["markdown_text"]!.DeepClone();
            (seen["open"], seen["appends"]) = (true, 0);
        }

        return answer;
    }

    private JsonObject AppendStream(JsonObject arguments)
    {
        lock (streaming)
        {
            var stream = Find(arguments);
            if (stream["open"]!.GetValue<bool>() && stream["appends"]!.GetValue<int>() >= StreamBudget)
            {
                (stream["open"], stream["expired"]) = (false, true);
            }

            if (!stream["open"]!.GetValue<bool>())
            {
                if (stream["expired"] is null)
                {
                    Faults.Add("append to a stopped stream");
                }

                return new JsonObject { ["ok"] = false, ["error"] = "message_not_in_streaming_state" };
            }

            stream["appends"] = stream["appends"]!.GetValue<int>() + 1;
            stream["text"] = stream["text"]!.GetValue<string>() + arguments["markdown_text"]!.GetValue<string>();
            return Ok(("ts", arguments["ts"]!.GetValue<string>()));
        }
    }

    private JsonObject StopStream(JsonObject arguments)
    {
        lock (streaming)
        {
            var stream = Find(arguments);
            if (!stream["open"]!.GetValue<bool>())
            {
                return new JsonObject { ["ok"] = false, ["error"] = "message_not_in_streaming_state" };
            }

            stream["open"] = false;
            stream["text"] = stream["text"]!.GetValue<string>() + (arguments["markdown_text"]?.GetValue<string>() ?? "");
            stream["blocks"] = arguments["blocks"]?.DeepClone();
            stream["metadata"] = arguments["metadata"]?.DeepClone();
            return Ok(("ts", arguments["ts"]!.GetValue<string>()));
        }
    }

    private JsonObject Find(JsonObject arguments) => Seen.First(p => p["ts"]!.GetValue<string>() == arguments["ts"]!.GetValue<string>());
}

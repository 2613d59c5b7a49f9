using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HardE.Simulators;

/// <summary>
/// A model server that says exactly what a test gives it, line by line: for what a proper server never does, such as a
/// stream that ends cleanly without saying that it is done.
/// </summary>
public sealed class ModelSimulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Answer> answers = new();

    private ModelSimulator(WebApplication app) => this.app = app;

    /// <summary>Base address for a client, ends in <c>/v1</c>.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Bodies of all requests, oldest first.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<ModelSimulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var simulator = new ModelSimulator(builder.Build());
        simulator.app.MapPost("/v1/{**rest}", simulator.AnswerAsync);
        await simulator.app.StartAsync();
        var address = simulator.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        simulator.Url = new Uri($"{address}/v1");
        return simulator;
    }

    /// <summary>The next request gets these server-sent events, then a clean end.</summary>
    public void NextStream(params string[] events) =>
        answers.Enqueue(new Answer(200, string.Concat(events.Select(e => $"data: {e}\n\n")), Hang: false));

    /// <summary>The next request gets this status and body.</summary>
    public void Next(int status, string body = "{}", string? retryAfter = null) =>
        answers.Enqueue(new Answer(status, body, Hang: false, retryAfter));

    /// <summary>The next request gets these events and then nothing more, with the connection open.</summary>
    public void NextStall(params string[] events) =>
        answers.Enqueue(new Answer(200, string.Concat(events.Select(e => $"data: {e}\n\n")), Hang: true));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Requests.Enqueue(await reader.ReadToEndAsync());
        var answer = answers.TryDequeue(out var given) ? given : new Answer(500, "{\"error\":{\"message\":\"nothing was scripted\"}}", false);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Body.StartsWith("data:", StringComparison.Ordinal) || answer.Hang ? "text/event-stream" : "application/json";
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        await context.Response.WriteAsync(answer.Body);
        await context.Response.Body.FlushAsync();
        if (answer.Hang)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private sealed record Answer(int Status, string Body, bool Hang, string? RetryAfter = null);
}

using System.Data.Common;
using Dapper;
using HardE.Agents.Services;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HardE.Agents.State;

/// <summary>
/// Nodes on one PostgreSQL call each other (LISTEN/NOTIFY): "there is work on the thing that you hold". A call may be lost;
/// the slow polls find what was missed. On SQLite there is one process and nobody to call.
/// </summary>
public sealed class NodeCalls(Database database, TimeProvider clock, ILogger<NodeCalls> log) : BackgroundService
{
    private const string Channel = "harde";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Action<string>> listeners = new(StringComparer.Ordinal);

    /// <summary>Names who hears calls on a subject; before the start.</summary>
    /// <param name="subject">One word.</param>
    /// <param name="heard">Gets what was called; must not wait.</param>
    public void On(string subject, Action<string> heard) => listeners[subject] = heard;

    /// <summary>Calls all nodes. When the database is away the call is lost, and nothing else.</summary>
    public async Task CallAsync(string subject, string what, CancellationToken ct)
    {
        if (database.Kind != DatabaseKind.Postgres)
        {
            return;
        }

        try
        {
            await database.ReadAsync(
                db => db.ExecuteAsync("SELECT pg_notify(@Channel, @payload)", new { Channel, payload = $"{subject} {what}" }), ct);
        }
        catch (ServiceException problem)
        {
            Log.CallLost(log, problem);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (database.Kind == DatabaseKind.Postgres && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is DbException or IOException or TimeoutException) // the line is cut: the database comes back
            {
                Log.CallsUnheard(log, problem);
                await Task.Delay(Pause, clock, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var line = await database.OpenLineAsync(ct);
        line.Notification += (_, call) => Hear(call.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", line))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await line.WaitAsync(ct);
        }
    }

    private void Hear(string payload)
    {
        var end = payload.IndexOf(' ', StringComparison.Ordinal);
        if (end > 0 && listeners.TryGetValue(payload[..end], out var heard))
        {
            heard(payload[(end + 1)..]);
        }
    }
}

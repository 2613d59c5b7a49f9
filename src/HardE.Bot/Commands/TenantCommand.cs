using System.CommandLine;
using System.Globalization;
using HardE.Agents.State;
using HardE.Bot.Api;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde tenant</c>: the keys by which other programs use REST.</summary>
internal static class TenantCommand
{
    public static Command Make(CommandContext context)
    {
        var command = new Command("tenant", "Make, list and revoke REST keys of the company.") { Key(context), List(context), Revoke(context) };
        command.SetAction((_, ct) => context.WithDataAsync((services, stop) => ListAsync(context.Console, services, stop), ct));
        return command;
    }

    private static Command Key(CommandContext context)
    {
        var name = new Argument<string>("name") { Description = "What the key is for, for example: website.", DefaultValueFactory = _ => "default" };
        name.Validators.Add(parsed =>
        {
            if (parsed.GetValue(name) is { Length: 0 or > 60 })
            {
                parsed.AddError("The name has 1 to 60 characters.");
            }
        });
        var command = new Command("key", "Make a key; it is shown this one time.") { name };
        command.SetAction((parsed, ct) => context.WithDataAsync(
            async (services, stop) =>
            {
                var (id, secret) = await services.GetRequiredService<TenantKeys>().MakeAsync(Tenants.Default, parsed.GetRequiredValue(name), stop);
                context.Console.Profile.Out.Writer.WriteLine(secret);
                context.Console.MarkupLine($"Key {id}. Keep it safe: it is not shown again. Use: Authorization: Bearer KEY. Revoke: ./harde tenant revoke {id}");
                return 0;
            },
            ct));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "Show all keys, without their secrets.");
        command.SetAction((_, ct) => context.WithDataAsync((services, stop) => ListAsync(context.Console, services, stop), ct));
        return command;
    }

    private static Command Revoke(CommandContext context)
    {
        var id = new Argument<string>("id") { Description = "Id of the key, as the list shows it." };
        var command = new Command("revoke", "Make a key useless at once.") { id };
        command.SetAction((parsed, ct) => context.WithDataAsync(
            async (services, stop) =>
            {
                var done = await services.GetRequiredService<TenantKeys>().RevokeAsync(Tenants.Default, parsed.GetRequiredValue(id), stop);
                context.Console.MarkupLine(done ? "The key is revoked." : $"[red]There is no valid key {Markup.Escape(parsed.GetRequiredValue(id))}.[/]");
                return done ? 0 : 1;
            },
            ct));
        return command;
    }

    private static async Task<int> ListAsync(IAnsiConsole console, IServiceProvider services, CancellationToken ct)
    {
        var keys = await services.GetRequiredService<TenantKeys>().ListAsync(Tenants.Default, ct);
        if (keys.Count == 0)
        {
            console.MarkupLine("No key yet. Make one: [blue]./harde tenant key website[/]");
            return 0;
        }

        var table = new Table().AddColumns("Id", "Name", "Made", "Last used", "State").Border(TableBorder.Rounded);
        foreach (var key in keys)
        {
            table.AddRow(key.Id, Markup.Escape(key.Name), Day(key.CreatedAt), key.LastUsedAt is { } used ? Day(used) : "never", key.RevokedAt is null ? "valid" : "revoked");
        }

        console.Write(table);
        return 0;
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}

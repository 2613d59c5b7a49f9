using System.CommandLine;
using HardE.Agents.State;
using HardE.Agents.Turns;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde people</c>: who may do what, and which chat account is whose.</summary>
internal static class PeopleCommand
{
    private static readonly Argument<string> Email = new("email") { Description = "E-mail address of the person." };

    public static Command Make(CommandContext context)
    {
        var command = new Command("people", "Set roles and linked accounts.") { Add(context), Link(context) };
        command.SetAction((_, ct) => context.WithDataAsync((services, stop) => ListAsync(context.Console, services, stop), ct));
        return command;
    }

    private static Command Add(CommandContext context)
    {
        var name = new Argument<string>("name") { Description = "Full name." };
        var role = new Argument<string>("role") { Description = string.Join(", ", Roles.All) };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var command = new Command("add", "Add a person, or change the role of one.") { name, Email, role };
        command.SetAction((parsed, ct) => context.WithDataAsync(
            async (services, stop) =>
            {
                await services.GetRequiredService<People>().SaveAsync(
                    Tenants.Default, parsed.GetRequiredValue(name), parsed.GetRequiredValue(Email), parsed.GetRequiredValue(role), null, stop);
                return await ListAsync(context.Console, services, stop);
            },
            ct));
        return command;
    }

    private static Command Link(CommandContext context)
    {
        var channel = new Argument<string>("channel") { Description = "slack or msteams." };
        channel.AcceptOnlyFromAmong("slack", "msteams");
        var account = new Argument<string>("account") { Description = "Slack team id or Entra tenant id." };
        var user = new Argument<string>("user") { Description = "User id there." };
        var command = new Command("link", "Say that a chat account belongs to a person.") { Email, channel, account, user };
        command.SetAction((parsed, ct) => context.WithDataAsync(
            async (services, stop) =>
            {
                var people = services.GetRequiredService<People>();
                var email = parsed.GetRequiredValue(Email);
                if (await people.FindByEmailAsync(Tenants.Default, email, stop) is not { } person)
                {
                    context.Console.MarkupLine($"[red]Nobody has the address {Markup.Escape(email)}.[/] Add the person first: ./harde people add");
                    return 1;
                }

                await people.LinkAsync(
                    Tenants.Default, person.Id, parsed.GetRequiredValue(channel), parsed.GetRequiredValue(account), parsed.GetRequiredValue(user), stop);
                context.Console.MarkupLine($"{Markup.Escape(person.Name)} is linked.");
                return 0;
            },
            ct));
        return command;
    }

    private static async Task<int> ListAsync(IAnsiConsole console, IServiceProvider services, CancellationToken ct)
    {
        var everyone = await services.GetRequiredService<People>().ListAsync(Tenants.Default, ct);
        if (everyone.Count == 0)
        {
            console.MarkupLine("Nobody yet. Add the first: [blue]./harde people add \"Dana Director\" dana@example.com director[/]");
            return 0;
        }

        var table = new Table().AddColumns("Name", "E-mail", "Role").Border(TableBorder.Rounded);
        foreach (var person in everyone)
        {
            table.AddRow(Markup.Escape(person.Name), Markup.Escape(person.Email ?? ""), person.Role);
        }

        console.Write(table);
        return 0;
    }
}

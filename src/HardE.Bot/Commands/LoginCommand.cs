using System.CommandLine;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde login</c>: a link that opens the pages once. Whoever can run this owns the machine.</summary>
internal static class LoginCommand
{
    public static Command Make(CommandContext context)
    {
        var email = new Argument<string?>("email") { Description = "Make it for this person, with that person's rights.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("login", "Print a one-time link to the pages.") { email };
        command.SetAction((parsed, ct) => context.WithDataAsync(
            (services, stop) => RunAsync(context.Console, services, parsed.GetValue(email), stop), ct));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, IServiceProvider services, string? email, CancellationToken ct)
    {
        if (services.GetRequiredService<HostFile>().Url is null)
        {
            console.MarkupLine("Hard-E does not run here. Start it with [blue]./harde up[/]; it prints a link.");
            return 1;
        }

        StaffMember? person = null;
        if (email is not null)
        {
            person = await services.GetRequiredService<People>().FindByEmailAsync(Tenants.Default, email, ct);
            var right = person is null ? AdminRight.None : services.GetRequiredService<IOptions<AdminOptions>>().Value.RightOf(person.Role);
            if (person is null || right == AdminRight.None)
            {
                console.MarkupLine(person is null
                    ? $"[red]Nobody has the address {Markup.Escape(email)}.[/] Add the person first: ./harde people add"
                    : $"[red]{Markup.Escape(person.Name)} is {person.Role}; that role may not see the pages[/] (settings Admin:Viewers, Admin:Operators, Admin:Admins).");
                return 1;
            }
        }

        await PrintAsync(console, services, person, ct);
        return 0;
    }

    /// <summary>Makes a link and prints it.</summary>
    /// <param name="person">Whose it is; null for the owner of this machine.</param>
    public static async Task PrintAsync(IAnsiConsole console, IServiceProvider services, StaffMember? person, CancellationToken ct)
    {
        var links = services.GetRequiredService<LoginLinks>();
        var link = await links.MakeAsync(Tenants.Default, person?.Id, ct);
        console.Profile.Out.Writer.WriteLine(link); // never broken: people copy it
        console.MarkupLine($"[grey]It works once, within {links.Lifetime.TotalMinutes:0} minutes, {(person is null ? "with all rights" : $"for {Markup.Escape(person.Name)}")}.[/]");
    }
}

using System.CommandLine;
using HardE.Agents.Services;
using HardE.Bot.Channels.Slack;
using HardE.Bot.Channels.Teams;
using HardE.Jobs.Delivery;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde manifest</c>: the app packages of Teams and Slack with this company's ids and addresses filled in.</summary>
internal static class ManifestCommand
{
    private static readonly HostShape Shape = new("http://127.0.0.1:0") { Quiet = true };

    public static Command Make(IAnsiConsole console) =>
        new("manifest", "Make the app package for Teams or the app manifest for Slack.") { Teams(console), Slack(console) };

    private static Command Teams(IAnsiConsole console)
    {
        var appId = new Option<string?>("--app-id") { Description = "Application (client) id of the bot. Default: MicrosoftAppId of the settings." };
        var publisher = new Option<string?>("--publisher") { Description = "Name of the company. Default: Company:Name." };
        var website = Address("--website", "https address of the company; privacy and terms lie below it. Default: Host:PublicUrl.");
        var output = new Option<FileInfo>("--out") { Description = "The zip to write.", DefaultValueFactory = _ => new FileInfo("harde-teams.zip") };
        var command = new Command("teams", "Write the zip that is uploaded in Teams.") { appId, publisher, website, output };
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = Program.Compose(Shape);
            var company = Of<CompanyOptions>(app.Services);
            var id = parsed.GetValue(appId) ?? Of<TeamsOptions>(app.Services).AppId;
            var site = parsed.GetValue(website) ?? Of<PublicAddressOptions>(app.Services).PublicUrl;
            var file = parsed.GetRequiredValue(output);
            using var zip = new MemoryStream(); // a refused manifest leaves no half file behind
            TeamsPackage.Write(Path.Combine(Folder(), "teams"), new TeamsPublisher(id, parsed.GetValue(publisher) ?? company.Name, site), zip);
            await File.WriteAllBytesAsync(file.FullName, zip.ToArray(), ct);
            console.MarkupLine($"[green]✔[/] {Markup.Escape(file.FullName)}. In Teams: Apps, Manage your apps, Upload an app, Upload a custom app.");
            return 0;
        });
        return command;
    }

    private static Command Slack(IAnsiConsole console)
    {
        var url = Address("--url", "Public https address that Slack posts to. Default: Host:PublicUrl when it is https.");
        var socket = new Option<bool>("--socket") { Description = "For Socket Mode: needs no public address." };
        var json = new Option<bool>("--json") { Description = "JSON in place of YAML; Slack takes both." };
        var output = new Option<FileInfo?>("--out") { Description = "File to write; else it is printed." };
        var command = new Command("slack", "Print the manifest that is pasted at api.slack.com/apps.") { url, socket, json, output };
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = Program.Compose(Shape);
            var address = parsed.GetValue(url) ?? Of<PublicAddressOptions>(app.Services).PublicUrl;
            var source = await File.ReadAllTextAsync(Path.Combine(Folder(), "slack", "manifest.yaml"), ct);
            var ready = parsed.GetValue(socket) || (parsed.GetValue(url) is null && address.Scheme != Uri.UriSchemeHttps)
                ? SlackManifest.ForSocket(source)
                : SlackManifest.ForHttp(source, address);
            var text = parsed.GetValue(json) ? SlackManifest.ToJson(ready) : ready;
            if (parsed.GetValue(output) is not { } file)
            {
                console.Profile.Out.Writer.Write(text); // as it is: a console would break long lines
                return 0;
            }

            await File.WriteAllTextAsync(file.FullName, text, ct);
            console.MarkupLine($"[green]✔[/] {Markup.Escape(file.FullName)}. Paste it at api.slack.com/apps: Create New App, From a manifest.");
            return 0;
        });
        return command;
    }

    private static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = given =>
        {
            if (Uri.TryCreate(given.Tokens.Count == 1 ? given.Tokens[0].Value : "", UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            {
                return uri;
            }

            given.AddError($"{name} needs an https address, for example https://harde.example.com.");
            return null;
        },
    };

    /// <summary>The manifests that come with the program: beside it, else in the working folder.</summary>
    private static string Folder()
    {
        string[] places = [Path.Combine(AppContext.BaseDirectory, "manifests"), Path.GetFullPath("manifests")];
        return places.FirstOrDefault(Directory.Exists) ?? places[0];
    }

    private static T Of<T>(IServiceProvider services) where T : class => services.GetRequiredService<IOptions<T>>().Value;
}

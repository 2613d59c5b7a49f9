using System.CommandLine;
using HardE.Agents.State;
using HardE.Bot.Commands.Doctor;
using HardE.Bot.Commands.Init;
using HardE.Bot.Commands.Settings;
using Spectre.Console;

namespace HardE.Bot.Commands;

/// <summary><c>./harde init</c>: makes this Hard-E the company's own, by questions or by flags.</summary>
internal static class InitCommand
{
    public static Command Make(CommandContext context)
    {
        var flags = new InitFlags();
        var command = new Command("init", "Make Hard-E yours: company, people, Slack, Teams, OpenAI. Asks for what no flag gives.");
        foreach (var option in flags.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, ct) => RunAsync(context.Console, flags.Read(parsed), flags.ReadMode(parsed), ct));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, InitAnswers given, InitMode mode, CancellationToken ct)
    {
        var before = SettingsSources.Values(SettingsSources.Read());
        var data = before.GetValueOrDefault("Data:Folder") is { Length: > 0 } folder ? folder : new DataOptions().Folder;
        if (HostFile.Find(data) is { } running)
        {
            console.MarkupLine(Markup.Escape($"Hard-E runs on '{data}' ({running.Url}). Stop it with Ctrl-C there; init changes what it runs on."));
            return 1;
        }

        var asks = !mode.Yes && console.Profile.Capabilities.Interactive;
        var answers = asks ? InitQuestions.Ask(console, given.Over(before)) : given.Over(before);
        var problems = answers.Check();
        if (problems.Count > 0)
        {
            return Refuse(console, "Nothing was changed:", problems);
        }

        if (mode.LiveCheck)
        {
            if (await CheckLiveAsync(console, answers, asks, ct) is not { } kept)
            {
                return Refuse(console, "Nothing was changed. Correct the keys, or leave the check out with --no-live-check.", []);
            }

            answers = kept;
        }

        var settings = InitSettings.Of(answers, before, data);
        InitWorld.MakeFolders(settings);
        await using var session = await HostSession.OpenAsync(
            new HostShape("http://127.0.0.1:0") { Quiet = true, Prepares = true, Overrides = InitSettings.AsConfiguration(settings) }, serve: false, ct);
        if (session.Services is not { } services)
        {
            return Refuse(console, "Hard-E was started meanwhile. Stop it and repeat.", []);
        }

        EnvFile.Update(SettingsSources.EnvPath, settings);
        var removed = await InitWorld.SettleAsync(services, answers, ct);
        Tell(console, answers, removed);
        return 0;
    }

    /// <summary>Tries each service whose keys were given now.</summary>
    /// <returns>The answers, without what does not work and is not wanted all the same; null when there is nobody to ask about it.</returns>
    private static async Task<InitAnswers?> CheckLiveAsync(IAnsiConsole console, InitAnswers answers, bool asks, CancellationToken ct)
    {
        var (kept, refused) = (answers, false);
        foreach (var (check, without) in InitWorld.LiveChecks(answers))
        {
            var found = await check(ct);
            var works = found.State != DiagnosisState.Broken;
            console.MarkupLine($"{(works ? "[green]✔[/]" : "[red]✘[/]")} {Markup.Escape($"{found.Part}: {found.Detail} {found.Fix}".TrimEnd())}");
            refused |= !works && !asks;
            if (!works && asks && !console.Confirm("Write its keys all the same? No leaves it out and keeps the rest.", defaultValue: false))
            {
                kept = without(kept);
            }
        }

        return refused ? null : kept;
    }

    private static void Tell(IAnsiConsole console, InitAnswers answers, int removed)
    {
        console.MarkupLine(Markup.Escape($"✔ {answers.Company}: .env is written, readable by you only; {removed} sample customers were taken out."));
        console.MarkupLine("Next:");
        string[] next =
        [
            "./harde import customers FILE.csv | catalog FILE.csv | knowledge FOLDER   fill it with yours",
            "./harde people link EMAIL slack TEAM USER   say which chat account is whose",
            "./harde doctor --live   see what is configured, embedded or missing",
            "./harde up   serve, and ./harde chat in another terminal",
        ];
        foreach (var line in next)
        {
            console.MarkupLine($"  [blue]{Markup.Escape(line)}[/]");
        }
    }

    private static int Refuse(IAnsiConsole console, string headline, IReadOnlyList<string> problems)
    {
        console.MarkupLine($"[red]{Markup.Escape(headline)}[/]");
        foreach (var problem in problems)
        {
            console.MarkupLine($"  - {Markup.Escape(problem)}");
        }

        return 1;
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using HardE.Agents.State;
using HardE.Bot.Admin.Access;
using HardE.Bot.Commands;
using HardE.Tests.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace HardE.Tests.Admin;

/// <summary>The whole program on a loopback port with the sample world; unless a test asks for it, no job is worked on.</summary>
internal sealed partial class BotHost : IAsyncDisposable
{
    private readonly TestDatabase test;
    private readonly WebApplication app;

    private BotHost(TestDatabase test, WebApplication app, HostAddress address) => (this.test, this.app, Address) = (test, app, address);

    public HostAddress Address { get; }

    public Uri Url => new(Address.Url);

    public IServiceProvider Services => app.Services;

    public static async Task<BotHost> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var test = await TestDatabase.CreateAsync(kind);
        var overrides = new Dictionary<string, string?>
        {
            ["Data:Folder"] = test.Folder,
            ["Database:Provider"] = kind.ToString().ToLowerInvariant(),
            ["Database:ConnectionString"] = test.Options.Value.ConnectionString,
            ["Node:Role"] = "bot",
            ["Primer:MaxSentences"] = "1",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            overrides[name] = value;
        }

        var app = Program.Build(new HostShape("http://127.0.0.1:0") { UsesMachineSettings = false, Quiet = true, Overrides = overrides });
        return new BotHost(test, app, await HostSession.StartAsync(app, default));
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A browser without a login: keeps cookies, follows no redirect.</summary>
    public Browser Browser() => new(Url);

    /// <summary>A browser that is logged in as the owner of the machine, or as a person with this role.</summary>
    public async Task<Browser> LoggedInAsync(string? role = null)
    {
        var person = role is null ? null : await Get<People>().SaveAsync(Tenants.Default, $"Pat {role}", $"{role}@example.com", role, null, default);
        var link = await Get<LoginLinks>().MakeAsync(Tenants.Default, person, default);
        var browser = Browser();
        var (status, _) = await browser.SubmitAsync(link.PathAndQuery);
        status.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>Runs a command as beside a running host.</summary>
    public async Task<(int Code, string Output)> CommandAsync(params string[] words)
    {
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 160;
        var code = await CommandLine.RunAsync(words, Services, console, default);
        return (code, output.ToString());
    }

    public Task<IReadOnlyList<string>> QueryAsync(string sql) => Get<Database>().ReadAsync<IReadOnlyList<string>>(
        async db => [.. await db.QueryAsync<string>(sql)], default);

    public Task ExecuteAsync(string sql, object? values = null) => Get<Database>().WriteAsync(db => db.ExecuteAsync(sql, values), default);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await test.DisposeAsync();
    }
}

/// <summary>What a person's browser does, as far as these tests need it: cookies, forms with their hidden fields.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Uri address)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Opens a page and submits its form that has this text, with its hidden fields and the given ones.</summary>
    /// <param name="form">A piece of the form's own text, for example its action; empty takes the last form that is no log-out.</param>
    public async Task<(HttpStatusCode Status, string Html)> SubmitAsync(string page, string form = "", IReadOnlyDictionary<string, string>? fields = null)
    {
        var (action, values) = await FormAsync(page, form);
        foreach (var (name, value) in fields ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        return await PostAsync(action, values);
    }

    /// <summary>A form's address and hidden fields.</summary>
    public async Task<(string Action, Dictionary<string, string> Fields)> FormAsync(string page, string form)
    {
        using var first = await http.GetAsync(new Uri(page, UriKind.Relative));
        var html = await first.Content.ReadAsStringAsync();
        var found = Form().Matches(html).LastOrDefault(f => f.Value.Contains(form, StringComparison.Ordinal)
            && (form.Length > 0 || !f.Groups["attributes"].Value.Contains("/logout", StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No form with '{form}' on {page}:\n{html}");
        var values = Hidden().Matches(found.Value).ToDictionary(h => Name(h.Value), h => Value(h.Value));
        return (Action().Match(found.Groups["attributes"].Value) is { Success: true } to ? WebUtility.HtmlDecode(to.Groups[1].Value) : page, values);
    }

    public async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => http.Dispose();

    private static string Name(string input) => WebUtility.HtmlDecode(NameOf().Match(input).Groups[1].Value);

    private static string Value(string input) => WebUtility.HtmlDecode(ValueOf().Match(input).Groups[1].Value);

    [GeneratedRegex("<form(?<attributes>[^>]*)>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
}

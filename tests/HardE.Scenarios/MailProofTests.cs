using Dapper;
using HardE.Agents.State;

namespace HardE.Scenarios;

/// <summary>A mail in a director's name that our receiving server does not vouch for (design 5.7): no film, no reply, shown as refused.</summary>
public sealed class MailProofTests
{
    [Fact]
    public async Task Failing_authentication_results_make_nothing()
    {
        await using var database = await ScenarioDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var program = await RunningProgram.StartAsync(new Dictionary<string, string>(FilmOrder.Settings)
        {
            ["HARDE_Mail__AuthservId"] = "mx.example.com",
        });
        await FilmOrder.SettleAsync(program);
        await using var db = await database.OpenAsync(program.Folder);
        var mailbox = Path.Combine(program.Folder, "mail");

        await FilmOrder.DropAsync(mailbox, "Authentication-Results: mx.example.com; dmarc=fail header.from=example.com; spf=pass smtp.mailfrom=evil.example");

        await Until.TrueAsync(() => File.Exists(Path.Combine(mailbox, "in", "refused", "order.eml")), () => program.Output);
        (await db.QuerySingleAsync<string>("SELECT state FROM mail_message")).ShouldBe("refused");
        (await FilmTraces.ReadAsync(db, mailbox, Path.Combine(program.Folder, "files"))).ShouldBe(new FilmTraces("", 0, 0, 0, 0));
    }
}

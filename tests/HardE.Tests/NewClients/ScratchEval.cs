using HardE.Agents.Crm;
using HardE.Agents.NewClients;
using HardE.Agents.NewClients.Reading;

namespace HardE.Tests.NewClients;

public class ScratchEval
{
    [Fact]
    public void Run()
    {
        foreach (var file in Environment.GetEnvironmentVariable("INTAKE")!.Split(':'))
        {
            var failed = 0; var n = 0;
            var watch = System.Diagnostics.Stopwatch.StartNew();
            foreach (var c in IntakeCase.Load(file))
            {
                n++;
                var draft = new NewClientDraft("d", 0, NewClientForm.Empty);
                var users = c.Users.Select(u => new CrmUser(new CrmId("t", CrmKind.User, u.Id), u.Name, null, true, null)).ToList();
                var i = 0;
                foreach (var t in c.Turns)
                {
                    var ctx = new ReadingContext(draft.Form, draft.Asked, DateOnly.FromDateTime(c.Now.DateTime)) { AreaCode = c.AreaCode, Demo = true, Users = users };
                    draft = DraftReader.Hear(draft, DraftReader.Parts($"t{i++}", t)[0], ctx).Draft;
                    draft = draft with { Asked = Questions.Next(draft.Form) };
                }
                var diff = IntakeComparison.Differences(c, draft.Form);
                if (diff.Count > 0) { failed++; Console.WriteLine($"{c.Id} [{string.Join(",", c.Tags)}] {string.Join(" || ", c.Turns).Replace("\n", "\\n")}"); foreach (var d in diff) { Console.WriteLine("    " + d); } }
            }
            Console.WriteLine($"{file}: {n - failed} of {n}, {watch.ElapsedMilliseconds} ms");
        }
    }
}

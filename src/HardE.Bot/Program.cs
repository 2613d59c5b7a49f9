using HardE.Agents;
using HardE.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHardEAgents().AddHardEJobs();
var app = builder.Build();
await app.RunAsync();

/// <summary>The composition root; public so that tests can name this program.</summary>
public sealed partial class Program;

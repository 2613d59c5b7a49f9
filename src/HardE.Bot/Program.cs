using HardE.Agents;
using HardE.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHardEAgents().AddHardEJobs();
var app = builder.Build();
await app.RunAsync();

using System.Reflection;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Jobs.Delivery;
using HardE.Jobs.Engine;
using HardE.Jobs.Mail;
using HardE.Jobs.Primer;
using HardE.Jobs.Video;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs;

/// <summary>Plugs in what Hard-E does on its own: mail, primer videos, delivery.</summary>
public static class HardEJobs
{
    public static IServiceCollection AddHardEJobs(this IServiceCollection services, Providers chosen)
    {
        services.AddSingleton(new SchemaSource(Assembly.GetExecutingAssembly()));
        var works = chosen.Role != "bot";
        services.AddMedia();
        services.AddEngine(works).AddMail(works).AddPrimer(works);
        return works ? services.AddVideo() : services;
    }
}

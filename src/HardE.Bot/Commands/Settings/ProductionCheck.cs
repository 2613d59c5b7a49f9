using HardE.Agents.Knowledge;
using HardE.Agents.Pricing;
using HardE.Agents.Services;
using HardE.Agents.State;
using HardE.Agents.Voice;
using HardE.Jobs.Delivery;
using HardE.Jobs.Mail;
using Microsoft.Extensions.Options;

namespace HardE.Bot.Commands.Settings;

/// <summary>What is let through although it is no production setting. Section <c>Production</c>.</summary>
internal sealed class ProductionOptions
{
    /// <summary>Names of accepted reasons, parted by commas: embedded-crm, embedded-voice, no-authserv-id.</summary>
    public string Accept { get; init; } = "";
}

/// <summary>What decides whether this machine may serve real homeowners.</summary>
internal sealed record ProductionFacts
{
    public bool EmbeddedCrm { get; init; }
    public bool Demo { get; init; }
    public string CompanyName { get; init; } = "";
    public bool SampleKnowledge { get; init; }
    public bool SampleCatalog { get; init; }
    public bool EmbeddedVoice { get; init; }
    public required Uri PublicUrl { get; init; }
    public bool HasMasterKey { get; init; }
    public string AuthservId { get; init; } = "";
    public bool TrustsUnsignedMail { get; init; }

    /// <summary>As written in <see cref="ProductionOptions.Accept"/>.</summary>
    public string Accepted { get; init; } = "";
}

/// <summary>With HARDE_ENV=production nothing starts that pretends to be real; all reasons are told at once.</summary>
internal static class ProductionCheck
{
    private const string Crm = "embedded-crm";
    private const string Voice = "embedded-voice";
    private const string Mail = "no-authserv-id";
    private static readonly string[] Acceptable = [Crm, Voice, Mail];

    /// <exception cref="SettingsException">This is production and something is not ready for it.</exception>
    public static void Run(IServiceProvider services)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            return;
        }

        var reasons = Reasons(Look(services));
        if (reasons.Count > 0)
        {
            throw new SettingsException(reasons);
        }
    }

    /// <summary>Every reason against a start in production, with the way out.</summary>
    public static IReadOnlyList<string> Reasons(ProductionFacts facts)
    {
        var accepted = facts.Accepted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<string> reasons = [.. accepted.Except(Acceptable).Select(name =>
            $"HARDE_Production__Accept names '{name}'; it can name {string.Join(", ", Acceptable)}.")];
        reasons.AddRange(Always(facts));
        reasons.AddRange(UnlessAccepted(facts).Where(r => !accepted.Contains(r.Name))
            .Select(r => $"{r.Sentence} To accept it: HARDE_Production__Accept={r.Name}."));
        return reasons;
    }

    private static IEnumerable<string> Always(ProductionFacts facts)
    {
        if (facts.Demo)
        {
            yield return "Company:Demo is on: this is the sample world. ./harde init makes it yours.";
        }

        if (facts.CompanyName.Length == 0 || facts.CompanyName == new CompanyOptions().Name)
        {
            yield return "Company:Name is still the sample company. ./harde init sets it.";
        }

        if (facts.SampleKnowledge)
        {
            yield return "The knowledge base is the samples. Set HARDE_Knowledge__Folder, or run ./harde init.";
        }

        if (facts.SampleCatalog)
        {
            yield return "The price catalog is the samples. Set HARDE_Pricing__Folder, or run ./harde init.";
        }

        if (facts.PublicUrl.Scheme != Uri.UriSchemeHttps || facts.PublicUrl.IsLoopback)
        {
            yield return $"Host:PublicUrl is {facts.PublicUrl}: links to homeowners need a public https address. Set HARDE_Host__PublicUrl.";
        }

        if (!facts.HasMasterKey)
        {
            yield return "There is no master key. Set HARDE_MASTER_KEY or HARDE_MASTER_KEY_FILE, the same on every node.";
        }

        if (facts.TrustsUnsignedMail)
        {
            yield return "Mail:Folder:TrustUnsigned is on: anybody's mail could order a film. Set HARDE_Mail__Folder__TrustUnsigned=false.";
        }
    }

    private static IEnumerable<(string Name, string Sentence)> UnlessAccepted(ProductionFacts facts)
    {
        if (facts.EmbeddedCrm)
        {
            yield return (Crm, "Customers are in the embedded CRM, not in the company's.");
        }

        if (facts.EmbeddedVoice)
        {
            yield return (Voice, "Films to homeowners would have the embedded voice, which sounds like a machine.");
        }

        if (facts.AuthservId.Length == 0)
        {
            yield return (Mail, "Mail:AuthservId is empty: no server is trusted to say who sent a mail. Set HARDE_Mail__AuthservId (Gmail: mx.google.com).");
        }
    }

    private static ProductionFacts Look(IServiceProvider services)
    {
        var company = Of<CompanyOptions>(services);
        var mail = Of<MailOptions>(services);
        return new ProductionFacts
        {
            EmbeddedCrm = services.GetRequiredService<Providers>().Crm == Providers.Choices["Crm:Provider"][0],
            Demo = company.Demo,
            CompanyName = company.Name,
            SampleKnowledge = services.GetRequiredService<IKnowledgeSource>().IsSample || IsSampleFolder(Of<KnowledgeOptions>(services).Folder),
            SampleCatalog = IsSampleFolder(Of<PricingOptions>(services).Folder),
            EmbeddedVoice = services.GetRequiredService<ISpeech>().Embedded,
            PublicUrl = Of<PublicAddressOptions>(services).PublicUrl,
            HasMasterKey = Of<SecurityOptions>(services).MasterKey.Length > 0,
            AuthservId = mail.AuthservId,
            TrustsUnsignedMail = mail.Provider == MailProvider.Folder && mail.Folder.TrustUnsigned,
            Accepted = Of<ProductionOptions>(services).Accept,
        };
    }

    /// <summary>True for the samples that come with the program, named or not.</summary>
    private static bool IsSampleFolder(string folder) =>
        folder.Length == 0 || Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))) == "samples";

    private static T Of<T>(IServiceProvider services) where T : class => services.GetRequiredService<IOptions<T>>().Value;
}

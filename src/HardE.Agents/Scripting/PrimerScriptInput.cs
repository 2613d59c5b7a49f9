using HardE.Agents.Crm;

namespace HardE.Agents.Scripting;

/// <summary>What a primer script is written from: the CRM's words, never anybody's orders.</summary>
/// <param name="Tenant">The company.</param>
/// <param name="CustomerKey">The customer's id; the choice of wording hangs on it, so the same customer hears the same script.</param>
/// <param name="FirstName">Who is greeted: <c>Dana</c>, or <c>Dana and Lee</c>.</param>
/// <param name="Trades">Trade words as the CRM has them; none means the general script.</param>
/// <param name="JobDescription">The job in the office's words; only known phrases of it are spoken.</param>
public sealed record PrimerScriptInput(
    string Tenant, string CustomerKey, string FirstName, IReadOnlyList<string> Trades, string JobDescription)
{
    public string? City { get; init; }

    /// <summary>First name, or full name, of the person who comes; null when nobody is assigned.</summary>
    public string? RepName { get; init; }

    /// <summary>The visit, only when the CRM or the e-mail states it.</summary>
    public DateTimeOffset? Appointment { get; init; }

    /// <summary>First names of other owners; they are asked to be there.</summary>
    public IReadOnlyList<string> OtherOwners { get; init; } = [];

    /// <summary>Counts the rewrites that were asked for: each gives another wording.</summary>
    public int Variant { get; init; }

    /// <summary>Counts how often the opening was swapped.</summary>
    public int Opener { get; init; }

    public ScriptTone Tone { get; init; }

    public ScriptLength Length { get; init; }

    /// <summary>How the voice should say the name, when that is known: <c>SHA-von</c>.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>Takes from CRM records what a primer may use.</summary>
    /// <param name="rep">The rep's name, looked up by the caller; null when nobody is assigned.</param>
    public static PrimerScriptInput From(string tenant, Versioned<Customer> customer, Versioned<Job>? job, string? rep)
    {
        var who = customer.Value;
        return new PrimerScriptInput(
            tenant, customer.Id.Value, who.Name.First, job?.Value.TradeNames ?? [], job?.Value.Description ?? who.Note ?? "")
        {
            City = (job?.Value.SiteAddress ?? who.Address)?.City,
            RepName = rep,
            Appointment = job?.Value.Appointment,
            OtherOwners = [.. who.Contacts.Where(Decides).Select(c => c.First).Where(f => f.Length > 0)],
        };
    }

    private static bool Decides(Person person) =>
        person.Role is { } role && (role.Contains("spouse", StringComparison.OrdinalIgnoreCase)
            || role.Contains("owner", StringComparison.OrdinalIgnoreCase)
            || role.Contains("partner", StringComparison.OrdinalIgnoreCase));
}

public enum ScriptTone { Plain, Warm }

public enum ScriptLength { Full, Brief }

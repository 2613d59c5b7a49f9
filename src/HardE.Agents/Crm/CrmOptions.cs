using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Crm;

/// <summary>Where customer records live and what may be done to them. Section <c>Crm</c>.</summary>
public sealed class CrmOptions : IValidatableObject
{
    /// <summary><c>embedded</c>: our own database.</summary>
    [Required] public string Provider { get; init; } = "embedded";

    /// <summary>Refuses every write: good for a first week.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How a person mentioned in a note hears of it: <c>text</c> (the name stands in the note) or <c>task</c>.</summary>
    [Required] public string MentionDelivery { get; init; } = "text";

    /// <summary>Folder of sample customers, used while <c>Company:Demo</c> is on and the embedded CRM is empty. Empty: those of the program.</summary>
    public string Samples { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider != "embedded")
        {
            yield return new ValidationResult(
                $"Crm:Provider is '{Provider}', which this version cannot connect to. The only value is 'embedded'.", [nameof(Provider)]);
        }

        if (MentionDelivery is not ("text" or "task"))
        {
            yield return new ValidationResult(
                $"Crm:MentionDelivery is '{MentionDelivery}', which this version cannot do. Values are 'text' and 'task'.", [nameof(MentionDelivery)]);
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace HardE.Agents.Knowledge;

/// <summary>Where the company's documents are. Section <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions : IValidatableObject
{
    /// <summary><c>folder</c>, or <c>s3</c>.</summary>
    public string Provider { get; init; } = "folder";

    /// <summary>Folder with the seven bases; empty means the samples that came with the program.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How often changed files are looked for, at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")] public TimeSpan RefreshEvery { get; init; } = TimeSpan.FromSeconds(20);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == "s3")
        {
            yield return new("Knowledge:Provider is s3, which this version cannot read yet. Set it to folder and Knowledge:Folder to a local copy of the bucket.");
        }
        else if (Provider != "folder")
        {
            yield return new($"Knowledge:Provider is '{Provider}'; it can be folder.");
        }

        if (Folder.Length > 0 && !Directory.Exists(Folder))
        {
            yield return new($"Knowledge:Folder '{Folder}' does not exist.");
        }
    }
}

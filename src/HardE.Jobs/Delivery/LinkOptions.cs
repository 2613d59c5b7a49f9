using System.ComponentModel.DataAnnotations;

namespace HardE.Jobs.Delivery;

/// <summary>How links to media are made. Section <c>Delivery</c>.</summary>
public sealed class LinkOptions
{
    /// <summary>How long a link works.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")] public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Secret that signs links, the same on all nodes; empty means a file of this node's data folder, made at first use.</summary>
    [RegularExpression("^(.{32,})?$", ErrorMessage = "Delivery:LinkKey needs at least 32 characters.")]
    public string LinkKey { get; init; } = "";
}

/// <summary>Where people reach this host. Section <c>Host</c>.</summary>
public sealed class PublicAddressOptions
{
    /// <summary>Base address of all links that leave the house.</summary>
    [Required] public Uri PublicUrl { get; init; } = new("http://localhost:3978");
}

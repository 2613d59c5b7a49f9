namespace HardE.Agents.Models;

/// <summary>Whether language models are asked. Section <c>Models</c>.</summary>
public sealed class ModelOptions
{
    /// <summary>Who decides what the rules leave open.</summary>
    public ModelMode Mode { get; init; } = ModelMode.Auto;
}

/// <summary>Who decides what the rules leave open.</summary>
public enum ModelMode
{
    /// <summary>A model, as soon as its key is there; else the person is asked.</summary>
    Auto,

    /// <summary>Never a model.</summary>
    Rules,

    /// <summary>A model; the start fails when none of an agent's chain has its key.</summary>
    Model,
}

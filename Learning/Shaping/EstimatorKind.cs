namespace ControlPlane.Learning.Shaping;

/// <summary>What a shaper learns its labels with.</summary>
public enum EstimatorKind
{
    /// <summary>A conditional diffusion: the distribution of the label, of which the mean is taken.</summary>
    Diffusion,

    /// <summary>A plain network: the mean of the label.</summary>
    Network,
}

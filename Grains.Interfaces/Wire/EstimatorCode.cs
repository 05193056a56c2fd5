namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a reward shaper learns its labels with.</summary>
[GenerateSerializer, Alias("controlplane.estimator")]
public enum EstimatorCode
{
    /// <summary>A conditional diffusion.</summary>
    Diffusion,

    /// <summary>A plain network.</summary>
    Network,
}

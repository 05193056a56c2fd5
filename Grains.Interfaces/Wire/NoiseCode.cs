namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How the noise of a diffusion grows over its steps.</summary>
[GenerateSerializer, Alias("controlplane.noise")]
public enum NoiseCode
{
    /// <summary>As a stochastic differential equation that preserves the variance has it.</summary>
    VariancePreserving,

    /// <summary>In a line.</summary>
    Linear,

    /// <summary>Along a squared cosine.</summary>
    Cosine,
}

namespace ControlPlane.Learning.Diffusion;

/// <summary>How noise grows over the steps.</summary>
public enum ScheduleKind
{
    /// <summary>Variance preserving: a stochastic differential equation with b from 0.1 to 10 at W points (Song et al., ICLR 2021; as in D2SAC).</summary>
    VariancePreserving,

    /// <summary>β from 1e-4 to 2e-2 in a line (Ho et al., NeurIPS 2020).</summary>
    Linear,

    /// <summary>ᾱ along a squared cosine, s = 0.008 (Nichol and Dhariwal, ICML 2021).</summary>
    Cosine,
}

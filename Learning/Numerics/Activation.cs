namespace ControlPlane.Learning.Numerics;

/// <summary>What follows a linear layer.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>max(z, 0).</summary>
    Relu,

    /// <summary>tanh z.</summary>
    Tanh,

    /// <summary>z tanh(ln(1 + e^z)) (Misra, BMVC 2020).</summary>
    Mish,
}

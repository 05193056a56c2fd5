namespace ControlPlane.Policies.Published;

/// <summary>What the published agent keeps of a decision until its job is done.</summary>
internal sealed class ChsacDecision(int features)
{
    /// <summary>The state decided in.</summary>
    public float[] State { get; } = new float[features];

    /// <summary>Site index and GPU count less one, as drawn.</summary>
    public int[] Actions { get; } = new int[2];

    /// <summary>The GPU count that the reward is worked out with.</summary>
    public int Gpus { get; set; }
}

namespace ControlPlane.Grains.Decisions;

/// <summary>How fresh the snapshots of policy workers are kept.</summary>
public sealed class PolicyGrainOptions
{
    /// <summary>Time from one look at the fleet board to the next, &gt; 0.</summary>
    public TimeSpan BoardEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Time from one question to the coordinator to the next, &gt; 0.</summary>
    public TimeSpan CoordinatorEvery { get; set; } = TimeSpan.FromSeconds(1);
}

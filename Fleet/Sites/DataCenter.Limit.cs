namespace ControlPlane.Fleet.Sites;

/// <content>How many of its GPUs jobs may have.</content>
public sealed partial class DataCenter
{
    /// <summary>The most GPUs that jobs may have here, by an operator's order; those that run keep theirs when it is lowered.</summary>
    public int GpuLimit { get; private set; }

    /// <summary>Free GPUs that a job may have now.</summary>
    public int UsableGpus => Math.Max(0, Math.Min(FreeGpus, GpuLimit - (UpGpus - FreeGpus)));

    /// <summary>Limits the GPUs that jobs may have. Running jobs keep theirs, also beyond it; the others sleep.</summary>
    /// <param name="gpus">The most GPUs, 0 to all that the site has.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public void Limit(int gpus, double nowS)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gpus);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gpus, Spec.GpuCount);
        Advance(nowS);
        GpuLimit = gpus;
    }
}

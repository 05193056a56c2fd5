using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Grains.Training;

/// <summary>Whether and how the regions of a silo learn from what they decide. All silos of a region need the same.</summary>
public sealed class RegionTrainerOptions
{
    /// <summary>How a region's trainer learns; null for no trainer.</summary>
    public LiveTrainingSettings? Training { get; set; }

    /// <summary>Measures snapshots; a trainer without one does not begin.</summary>
    public ISnapshotJudge? Judge { get; set; }

    /// <summary>Time from one batch of a worker's decisions to the next, &gt; 0.</summary>
    public TimeSpan TellEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most decisions of a batch; further ones are not told, and counted.</summary>
    public int MostTold { get; set; } = 1_024;
}

using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// A data centre of a region: durable, and it answers after what it did is written. Every operation may be repeated when its outcome is unknown. The key is
/// <see cref="GrainKeys.Site"/> with the region's name.
/// </summary>
[Alias("controlplane.IDataCenterGrain")]
public interface IDataCenterGrain : IGrainWithStringKey
{
    /// <summary>Wakes it: from now on it survives the loss of its silo by itself. The first job does so too.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>A home of jobs assigns and withdraws.</summary>
    /// <param name="message">What it says.</param>
    [Alias("Tell")]
    Task<SiteAnswerRecord> Tell(HomeMessageRecord message);

    /// <summary>What it has and has done.</summary>
    [Alias("Account")]
    Task<DeskAccountRecord> Account();

    /// <summary>Takes no new jobs from now on; waiting jobs go back to their homes, running jobs finish.</summary>
    [Alias("Drain")]
    Task Drain();

    /// <summary>Takes new jobs again.</summary>
    [Alias("EndDrain")]
    Task EndDrain();

    /// <summary>The site is lost: all its jobs go back to their homes.</summary>
    [Alias("Fail")]
    Task Fail();

    /// <summary>A lost site comes back, empty.</summary>
    [Alias("Recover")]
    Task Recover();
}

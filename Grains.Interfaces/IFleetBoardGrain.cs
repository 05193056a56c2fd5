using ControlPlane.Grains.Interfaces.Wire;
using Orleans.Concurrency;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// The newest report of every site of a region. The key is the region's name. It is telemetry, in memory only: a board that is lost begins anew, empty, and
/// fills again as sites report, which they do at every change and also while nothing changes.
/// </summary>
[Alias("controlplane.IFleetBoardGrain")]
public interface IFleetBoardGrain : IGrainWithStringKey
{
    /// <summary>A site reports. One that is older than what the board knows of the site changes nothing.</summary>
    /// <param name="status">The report.</param>
    [OneWay, Alias("Report")]
    Task Report(SiteStatusRecord status);

    /// <summary>What the board has learned since.</summary>
    /// <param name="since">A number of this board; 0 for all. Whoever finds that the board's incarnation is another one must ask again from 0.</param>
    [Alias("Changes")]
    Task<BoardChangesRecord> Changes(long since);
}

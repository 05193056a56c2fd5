using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>Keeps the newest report of every site, in memory. Reports are numbered as they come, so that a worker asks only for what it has not seen.</summary>
public sealed class FleetBoardGrain : Grain, IFleetBoardGrain
{
    private readonly Guid _incarnation = Guid.NewGuid();
    private readonly Dictionary<int, (long Number, SiteStatusRecord Status)> _sites = [];
    private long _number;

    /// <inheritdoc/>
    public Task Report(SiteStatusRecord status)
    {
        ArgumentNullException.ThrowIfNull(status);
        ArgumentOutOfRangeException.ThrowIfNegative(status.Site, nameof(status));
        // Reports travel one way and may overtake each other.
        if (!_sites.TryGetValue(status.Site, out var known) || status.ReportedS >= known.Status.ReportedS)
            _sites[status.Site] = (++_number, status);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<BoardChangesRecord> Changes(long since)
    {
        ImmutableArray<SiteStatusRecord> statuses = [.. _sites.Values.Where(s => s.Number > since).Select(s => s.Status)];
        return Task.FromResult(new BoardChangesRecord(new BoardPositionRecord(_incarnation, _number), statuses));
    }
}

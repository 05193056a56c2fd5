using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Policies.Threads;

/// <summary>
/// A shadow that is asked about every decision at once, on the caller's thread and with a view of its own: for hosts whose time stands still while it thinks, such as a
/// simulation. <see cref="ShadowRunner"/> is that of live hosts, and both compare in the same way.
/// </summary>
public sealed class ShadowBeside : IDecisionWatcher, IStatusListener
{
    private readonly FleetView _view;
    private readonly FleetView _mine;
    private readonly int[] _inTransit;
    private readonly IPlacementPolicy _shadow;
    private readonly double _meanSizeUnits;

    /// <summary>Puts a shadow beside whoever decides on a view.</summary>
    /// <param name="view">The host's view, which counts jobs on their way.</param>
    /// <param name="make">Makes the policy behind its own shield, for a view.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    public ShadowBeside(FleetView view, Func<FleetView, IPlacementPolicy> make, double meanSizeUnits)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(make);
        (_view, _mine, _inTransit, _meanSizeUnits) = (view, new FleetView(view.Model), new int[view.Model.SiteCount], meanSizeUnits);
        _shadow = make(_mine);
        for (var site = 0; site < _inTransit.Length; site++)
            Follow(site);
        view.Subscribe(this);
    }

    /// <summary>How its decisions compare with those that took effect.</summary>
    public ShadowTally Tally { get; private set; } = new();

    /// <summary>Energy has another price at a site from now on.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="rate">What it costs and emits.</param>
    public void SetRate(int site, in EnergyRate rate) => _mine.SetRate(site, rate);

    /// <inheritdoc/>
    public void StatusChanged(int site)
    {
        _mine.SetTime(_view.NowS);
        if (!Follow(site))
            _mine.Report(_view.Sites[site]);
    }

    /// <inheritdoc/>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options)
    {
        ArgumentNullException.ThrowIfNull(view);
        _mine.SetTime(view.NowS);
        var question = new ShadowQuestion(job, preferred, view.NowS, placement, options.ToArray());
        Tally = Tally.Add(question.Ask(_shadow, _mine, _meanSizeUnits, countsSent: true));
    }

    /// <summary>A run is complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">When it ended, seconds.</param>
    public void Completed(in Run run, int site, double nowS)
    {
        _mine.SetTime(_view.NowS);
        _shadow.Completed(run, site, nowS);
    }

    // One change at a time and at once, so that it hears of them in the order in which the policy that decides does.
    private bool Follow(int site)
    {
        var (before, now) = (_inTransit[site], _view.InTransit[site]);
        _inTransit[site] = now;
        for (var sent = now - before; sent > 0; sent--)
            _mine.Sent(site);
        for (var arrived = before - now; arrived > 0; arrived--)
            _mine.Arrived(site);
        return now != before;
    }
}

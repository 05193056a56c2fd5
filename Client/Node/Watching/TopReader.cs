using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Client.Node.Watching;

/// <summary>Looks at a node again and again.</summary>
/// <param name="node">The node; each call is tried once.</param>
/// <param name="events">Its last events.</param>
/// <param name="time">The clock.</param>
internal sealed class TopReader(NodeClient node, RecentEvents events, TimeProvider time)
{
    private const int MostRates = 120;
    private readonly Queue<double> _rates = new();
    private (long At, long Completed)? _before;
    private bool _hasNoEnergy;

    /// <summary>Looks at it.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NodeRefusedException">It does not answer such questions.</exception>
    /// <exception cref="NodeUnreachableException">It did not answer.</exception>
    public async Task<TopView> Look(CancellationToken cancellation)
    {
        var host = node.Host(cancellation);
        var sites = node.Sites(cancellation);
        var policies = node.Policies(cancellation);
        var life = node.PolicyLife(cancellation);
        var energy = Energy(cancellation);
        var ledger = await node.Ledger(cancellation).ConfigureAwait(false);
        Measure(ledger);
        var active = (await policies.ConfigureAwait(false)).FirstOrDefault(p => p.IsActive);
        return new TopView(
            time.GetLocalNow(), await host.ConfigureAwait(false), await sites.ConfigureAwait(false), ledger, active, [.. _rates], events.Last)
        {
            Energy = await energy.ConfigureAwait(false),
            Life = await life.ConfigureAwait(false),
        };
    }

    // What a fleet is does not change: one without an energy side is asked once.
    private async Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation)
    {
        if (_hasNoEnergy)
            return [];
        var sites = await node.Energy(cancellation).ConfigureAwait(false);
        _hasNoEnergy = sites.Count == 0;
        return sites;
    }

    private void Measure(LedgerView ledger)
    {
        var now = time.GetTimestamp();
        if (_before is { } before && time.GetElapsedTime(before.At, now).TotalSeconds is > 0 and var passedS)
            _rates.Enqueue(Math.Max(0, ledger.Completed - before.Completed) / passedS);
        _before = (now, ledger.Completed);
        if (_rates.Count > MostRates)
            _rates.Dequeue();
    }
}

using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Decisions;

/// <content>Makes its instances and their views.</content>
public sealed partial class PublishedPolicy
{
    private static void Lose(FleetView view)
    {
        foreach (var status in view.Sites.ToArray())
            view.Report(status with { UpGpus = 0, FreeGpus = 0, Accepting = false, IsUp = false, PowerW = 0 });
    }

    private ShieldedPolicy? MakeCanary(PublicationRecord published, FleetView view) =>
        published.Canary is { } canary ? Make(canary.Policy, published, view) : null;

    private ShieldedPolicy Make(PolicyRecord which, PublicationRecord published, FleetView view)
    {
        var random = new RandomStream(published.Seed, $"worker/{_holder}/{published.Publication}");
        var context = Context(published, view, random);
        var policy = PolicyCatalog.Create(which.ToSpec(), context, _catalog);
        var own = new RandomStream(published.Seed, $"fallback/{_holder}/{published.Publication}");
        var shielded = ShieldedPolicy.Around(policy, _fallback, context, own, _limits);
        shielded.Log.Watcher = ShieldMetrics.Intervened;
        return shielded;
    }

    private static PolicyContext Context(PublicationRecord published, FleetView view, RandomStream random) =>
        new(view, random, Shared: null, published.MeanSizeUnits, published.LoadUnitsPerS);

    private FleetView Copy(FleetView known)
    {
        var view = new FleetView(_model);
        for (var site = 0; site < SiteCount; site++)
        {
            view.Report(known.Sites[site]);
            for (var sent = known.InTransit[site]; sent > 0; sent--)
                view.Sent(site);
        }

        return view;
    }
}

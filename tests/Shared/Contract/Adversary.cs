using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Contract.Tests;

/// <summary>
/// A policy with a model, in a catalogue of its own, that chooses the last feasible site and does wrong as it is told to. While it stalls, it comes back when the test is over,
/// and not before ten seconds have passed.
/// </summary>
internal sealed class Adversary : IDisposable
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(10);
    private readonly ManualResetEventSlim _isOver = new();

    /// <summary>What it does from now on.</summary>
    public volatile AdversaryDeed Deed;

    /// <summary>The product's policies and this one.</summary>
    public IReadOnlyList<PolicyDescriptor> Catalog =>
    [
        .. PolicyCatalog.All,
        new("adversary", "Adversary", "The last feasible site, or wrong.", "tests", [PolicyModel.Parameter], Make) { TakesModel = true },
    ];

    public void Dispose() => _isOver.Set();

    private Instance Make(PolicySettings settings, PolicyContext context) =>
        settings.Model.Bytes.Span[0] == 0 ? throw new InvalidDataException("the snapshot is truncated") : new Instance(this);

    private sealed class Instance(Adversary adversary) : IPlacementPolicy, IScoredPolicy
    {
        public double DecisionScore => adversary.Deed == AdversaryDeed.NotANumber ? double.NaN : 0;

        public Placement Place(in Job job, FleetView view)
        {
            Misbehave();
            if (adversary.Deed == AdversaryDeed.Infeasible)
                return new Placement(view.Sites.Length, default);
            for (var site = view.Sites.Length - 1; site >= 0; site--)
            {
                if (Feasibility.Check(job, view.Sites[site]) == MaskReason.None)
                    return new Placement(site, new Allocation(1, 0));
            }

            return Placement.Hold;
        }

        public Allocation Allocate(in WorkItem item, in SiteStatus site)
        {
            Misbehave();
            return new Allocation(1, 0);
        }

        public Explanation Explain(in Job job, FleetView view) => new("The last feasible site.", "none", [], []);

        private void Misbehave()
        {
            if (adversary.Deed == AdversaryDeed.Throws)
                throw new InvalidOperationException("not today");
            if (adversary.Deed == AdversaryDeed.Stalls)
                adversary._isOver.Wait(Stall);
        }
    }
}

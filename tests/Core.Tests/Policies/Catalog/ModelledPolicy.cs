using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Policies.Catalog;

/// <summary>The least policy that decides with a model: its first byte is the site of all jobs.</summary>
internal sealed class ModelledPolicy(PolicyModel model) : IPlacementPolicy
{
    public static PolicyDescriptor Descriptor { get; } = new(
        "modelled", "Modelled", "All jobs go to one site.", "tests", [PolicyModel.Parameter], (settings, _) => new ModelledPolicy(settings.Model)) { TakesModel = true };

    public static IReadOnlyList<PolicyDescriptor> Catalog { get; } = [.. PolicyCatalog.All, Descriptor];

    public Placement Place(in Job job, FleetView view) => new(model.Bytes.Span[0], new Allocation(1, 0));

    public Allocation Allocate(in WorkItem item, in SiteStatus site) => new(1, 0);

    public Explanation Explain(in Job job, FleetView view) => new("To one site.", "none", [], []);
}

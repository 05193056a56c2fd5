using ControlPlane.Fleet;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>A way to learn that the product ships.</summary>
/// <param name="Name">Name on the command line, and in models as their preset.</param>
/// <param name="Title">Name in prose.</param>
/// <param name="Summary">What it does, one or two sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Parameters">Its settings.</param>
/// <param name="Create">Makes a learner for a fleet with a seed.</param>
public sealed record LearnerDescriptor(
    string Name,
    string Title,
    string Summary,
    string Source,
    IReadOnlyList<PolicyParameter> Parameters,
    Func<PolicySettings, FleetModel, long, IPlacementLearner> Create)
    : RuleDescriptor(Name, Title, Summary, Source, Parameters);

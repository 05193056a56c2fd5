using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>A way to learn to schedule generation jobs that the product ships.</summary>
/// <param name="Name">Name on the command line, and in models as their preset.</param>
/// <param name="Title">Name in prose.</param>
/// <param name="Summary">What it does, one or two sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Days">Days that it usually learns from.</param>
/// <param name="Parameters">Its settings.</param>
/// <param name="Create">Makes a learner.</param>
public sealed record SchedulingLearnerDescriptor(
    string Name,
    string Title,
    string Summary,
    string Source,
    int Days,
    IReadOnlyList<PolicyParameter> Parameters,
    Func<PolicySettings, SchedulingLearnerSetup, ISchedulingLearner> Create)
    : RuleDescriptor(Name, Title, Summary, Source, Parameters);

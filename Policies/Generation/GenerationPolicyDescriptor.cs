using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Generation;

/// <summary>A rule for generation jobs that the product ships.</summary>
/// <param name="Name">Name in scenario files, tables and on the command line.</param>
/// <param name="Title">Name in prose.</param>
/// <param name="Summary">What it does, one or two sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Parameters">Its settings.</param>
/// <param name="Create">Makes an instance for one day with a random stream of its own.</param>
public sealed record GenerationPolicyDescriptor(
    string Name,
    string Title,
    string Summary,
    string Source,
    IReadOnlyList<PolicyParameter> Parameters,
    Func<PolicySettings, IRandomStream, IGenerationPolicy> Create)
    : RuleDescriptor(Name, Title, Summary, Source, Parameters);

using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>A way to learn from live decisions.</summary>
internal sealed record LiveDescriptor(string Name, string Title, string Summary, string Source, IReadOnlyList<PolicyParameter> Parameters)
    : RuleDescriptor(Name, Title, Summary, Source, Parameters);

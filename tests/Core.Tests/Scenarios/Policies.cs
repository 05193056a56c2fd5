using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>A catalogue of the policies that the shipped scenarios name: what they do is not tested here.</summary>
internal static class Policies
{
    public static IReadOnlyList<PolicyDescriptor> All { get; } =
    [
        Named("dp"), Named("ucb1"), Named("jointnf"), Named("masked-uniform"), Named("masked-n1"),
        Named("least-loaded", new PolicyParameter("gpus", "1", "GPUs a job.", 1, 64, IsInteger: true)),
    ];

    private static PolicyDescriptor Named(string name, params PolicyParameter[] parameters) =>
        new(name, name, "", "", parameters, (_, _) => throw new InvalidOperationException("Only its name counts."));
}

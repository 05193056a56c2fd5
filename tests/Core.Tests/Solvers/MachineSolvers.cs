using ControlPlane.Solvers;

namespace ControlPlane.Core.Tests.Solvers;

/// <summary>The solvers of this machine, looked for once.</summary>
internal static class MachineSolvers
{
    private static readonly Lazy<IReadOnlyList<SolverFinding>> Findings = new(() => Task.Run(() => new SolverCatalog().DescribeAsync()).GetAwaiter().GetResult());

    /// <summary>Why a solver cannot be tested here; null where it can.</summary>
    public static string? Missing(string name) => Findings.Value.Single(f => f.Name == name) is { IsThere: false } missing ? missing.ToString() : null;

    /// <summary>The names of those that are there.</summary>
    public static IEnumerable<string> There => Findings.Value.Where(f => f.IsThere).Select(f => f.Name);
}

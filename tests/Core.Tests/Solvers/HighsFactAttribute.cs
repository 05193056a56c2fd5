namespace ControlPlane.Core.Tests.Solvers;

/// <summary>A test that needs the library of HiGHS: skipped, and counted as skipped, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HighsFactAttribute : FactAttribute
{
    public HighsFactAttribute() => Skip = MachineSolvers.Missing("highs");
}

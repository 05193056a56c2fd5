namespace ControlPlane.Core.Tests.Solvers;

/// <summary>A test that needs the library of CBC (Debian: coinor-libcbc3): skipped, and counted as skipped, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CbcFactAttribute : FactAttribute
{
    public CbcFactAttribute() => Skip = MachineSolvers.Missing("cbc");
}

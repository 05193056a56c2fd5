namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>A theory that needs PostgreSQL: skipped, and counted as skipped, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresPrograms.Missing;
}

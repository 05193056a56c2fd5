namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>A test that needs PostgreSQL: skipped, and counted as skipped, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresPrograms.Missing;
}

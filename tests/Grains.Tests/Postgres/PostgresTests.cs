namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>The collection of all tests that need PostgreSQL: they share a server, each class has databases of its own, and they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "postgres";
}

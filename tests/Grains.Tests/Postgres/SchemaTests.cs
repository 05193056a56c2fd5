using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Orleans;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>The schema is applied once, to a database without one, and never to another.</summary>
[Collection(PostgresTests.Name)]
public sealed class SchemaTests(PostgresServer server)
{
    [PostgresFact]
    public async Task Of_many_that_apply_it_at_once_exactly_one_does()
    {
        var database = await server.CreateDatabase();
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostgresSchema.Prepare(new PostgresConnections(database), "eu"))));
        Assert.Single(applied, true);
        Assert.Equal(["eu"], await Sql.Column<string>(database, "SELECT DeploymentId FROM OrleansMembershipVersionTable"));
    }

    [PostgresFact]
    public async Task A_database_of_another_region_is_refused()
    {
        var database = new PostgresConnections(await server.CreateDatabase());
        await PostgresSchema.Prepare(database, "eu");
        var error = await Assert.ThrowsAsync<InputException>(() => PostgresSchema.Prepare(database, "us"));
        Assert.Contains("belongs to region 'eu', not 'us'", error.Message, StringComparison.Ordinal);
        Assert.False(await PostgresSchema.Prepare(database, "eu"));
    }

    [PostgresFact]
    public async Task A_schema_of_others_is_left_alone_and_what_it_lacks_is_named()
    {
        var database = await server.CreateDatabase();
        await Sql.Run(database, "CREATE TABLE OrleansQuery (QueryKey varchar(64), QueryText text)");
        var error = await Assert.ThrowsAsync<InputException>(() => PostgresSchema.Prepare(new PostgresConnections(database), "eu"));
        Assert.Contains("lacks GatewaysQueryKey", error.Message, StringComparison.Ordinal);
        Assert.Equal(["orleansquery"], await Sql.Column<string>(database, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
    }

    [PostgresFact]
    public async Task A_server_that_is_not_there_is_said_in_one_line_without_the_password()
    {
        var nowhere = new PostgresConnections("Host=127.0.0.1;Port=1;Database=control;Username=someone;Password=secret");
        var error = await Assert.ThrowsAsync<StorageException>(() => PostgresSchema.Prepare(nowhere, "eu"));
        Assert.StartsWith("database 'control' at 127.0.0.1:1 cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}

using System.Net.Sockets;
using Npgsql;

namespace ControlPlane.Silo.Orleans;

/// <summary>
/// Silos that were lost together leave nobody who takes them for dead. One that joins must reach every active member, and watches only those whose heartbeat was
/// already too old when it came: coming sooner it would wait minutes for the dead. So it waits here first, until the silent ones are old enough.
/// </summary>
internal static class Predecessors
{
    // What Orleans allows a silo to miss.
    private const int MissedHeartbeats = 3;

    private const string ActiveMembers =
        """
        SELECT Address, Port, GREATEST(StartTime, IAmAliveTime) FROM OrleansMembershipTable
        WHERE DeploymentId = $1 AND Status = 3 AND NOT (Address = $2 AND Port = $3)
        """;

    /// <summary>Returns when every active member of the region answers or has missed enough heartbeats; at the latest after four heartbeats.</summary>
    /// <param name="settings">The silo that wants to join.</param>
    /// <param name="connections">The region's database.</param>
    /// <param name="error">Where to say that it waits.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Hosting.StorageException">The database cannot be reached.</exception>
    public static async Task Await(SiloSettings settings, PostgresConnections connections, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            await WaitFor(settings, connections, error, cancellation);
        }
        catch (NpgsqlException e)
        {
            throw connections.Unusable(e);
        }
    }

    private static async Task WaitFor(SiloSettings settings, PostgresConnections connections, TextWriter error, CancellationToken cancellation)
    {
        var heartbeat = settings.FailureDetection.Heartbeat;
        for (var waited = TimeSpan.Zero; waited < heartbeat * (MissedHeartbeats + 1); waited += heartbeat / 2)
        {
            var silent = await Silent(settings, connections, cancellation);
            if (silent is null)
                return;
            if (waited == TimeSpan.Zero)
                await error.WriteLineAsync($"waiting: {silent} is in the cluster but does not answer; it is taken for dead when its heartbeat is {heartbeat.TotalSeconds * MissedHeartbeats:0.#} s old");
            await Task.Delay(heartbeat / 2, cancellation);
        }
    }

    private static async Task<string?> Silent(SiloSettings settings, PostgresConnections connections, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connections.Membership);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(ActiveMembers, connection);
        command.Parameters.AddWithValue(settings.Region);
        command.Parameters.AddWithValue(settings.Address.ToString());
        command.Parameters.AddWithValue(settings.SiloPort);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (address, port, lastHeardOf) = (reader.GetString(0), reader.GetInt32(1), reader.GetDateTime(2));
            if (DateTime.UtcNow - lastHeardOf <= settings.FailureDetection.Heartbeat * MissedHeartbeats
                && !await Answers(address, port, settings.FailureDetection.ProbeTimeout, cancellation))
                return $"{address}:{port}";
        }

        return null;
    }

    private static async Task<bool> Answers(string address, int port, TimeSpan within, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(within);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address, port, limit.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}

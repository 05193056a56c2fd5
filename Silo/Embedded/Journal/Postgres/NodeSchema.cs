using Npgsql;

namespace ControlPlane.Silo.Embedded.Journal.Postgres;

/// <summary>The tables of a node's journal, in a schema of their own.</summary>
internal static class NodeSchema
{
    /// <summary>Version of the tables.</summary>
    public const int Version = 1;

    /// <summary>
    /// Makes them. Run under the lock of the node. Operations are not compressed: that costs more time than it saves.
    /// </summary>
    public static readonly string Create =
        $"""
        CREATE SCHEMA controlplane_node;
        CREATE TABLE controlplane_node.node (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), version integer NOT NULL, epoch bigint NOT NULL);
        CREATE TABLE controlplane_node.batch (number bigint PRIMARY KEY, operation_count integer NOT NULL, operations bytea NOT NULL, checksum bigint NOT NULL);
        CREATE TABLE controlplane_node.snapshot (number bigint PRIMARY KEY, length integer NOT NULL, checksum bigint NOT NULL);
        CREATE TABLE controlplane_node.snapshot_part (number bigint, part integer, bytes bytea NOT NULL, PRIMARY KEY (number, part));
        ALTER TABLE controlplane_node.batch ALTER COLUMN operations SET STORAGE EXTERNAL;
        INSERT INTO controlplane_node.node (version, epoch) VALUES ({Version}, 0);
        """;

    /// <summary>Whether the tables are there.</summary>
    public const string Exists = "SELECT to_regclass('controlplane_node.node') IS NOT NULL";

    /// <summary>Begins a new epoch. It waits for a write of an older one that is under way; later ones find their epoch gone.</summary>
    public const string NextEpoch = "UPDATE controlplane_node.node SET epoch = epoch + 1 RETURNING epoch";

    /// <summary>Removes what a snapshot left that was broken off.</summary>
    public const string DropParts = "DELETE FROM controlplane_node.snapshot_part WHERE number NOT IN (SELECT number FROM controlplane_node.snapshot)";

    // Every write begins with it: it finds no row, and writes nothing, once another node has begun an epoch. The row stays locked until the write is committed.
    private const string Fence = "WITH fence AS (SELECT 1 FROM controlplane_node.node WHERE epoch = $1 FOR SHARE)";

    /// <summary>Refuses tables of another version.</summary>
    public static async Task RequireVersionAsync(NodeDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var version = await NodeDatabase.ReadAsync<int>(connection, "SELECT version FROM controlplane_node.node", cancellation);
        if (version != Version)
            throw database.Error(JournalFault.Unusable, $"the journal has version {version}; this build knows {Version}");
    }

    public const string Append =
        Fence + " INSERT INTO controlplane_node.batch (number, operation_count, operations, checksum) SELECT $2, $3, $4, $5 FROM fence";

    public const string WritePart =
        Fence + " INSERT INTO controlplane_node.snapshot_part (number, part, bytes) SELECT $2, $3, $4 FROM fence";

    public const string Seal =
        Fence
        + ", older AS (DELETE FROM controlplane_node.snapshot WHERE number < $2 AND EXISTS (SELECT FROM fence))"
        + ", parts AS (DELETE FROM controlplane_node.snapshot_part WHERE number < $2 AND EXISTS (SELECT FROM fence))"
        + " INSERT INTO controlplane_node.snapshot (number, length, checksum) SELECT $2, $3, $4 FROM fence";

    public const string Prune =
        Fence
        + " DELETE FROM controlplane_node.batch WHERE EXISTS (SELECT FROM fence)"
        + " AND number IN (SELECT number FROM controlplane_node.batch WHERE number <= $2 ORDER BY number LIMIT $3)";
}

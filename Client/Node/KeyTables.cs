using ControlPlane.Client.Output;

namespace ControlPlane.Client.Node;

/// <summary>Shows keys of a node.</summary>
internal static class KeyTables
{
    /// <summary>A row a key.</summary>
    /// <param name="keys">The keys.</param>
    public static Document Of(IReadOnlyList<NodeKey> keys)
    {
        var table = Rows(keys);
        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(keys), Closing = keys.Count == 0 ? ["no keys"] : [] };
    }

    /// <summary>One key.</summary>
    /// <param name="key">The key.</param>
    public static Document Of(NodeKey key) => Of([key]) with { Json = () => NodeJson.Node(key) };

    /// <summary>A key that was made: the only time that it is shown.</summary>
    /// <param name="made">The key.</param>
    /// <param name="notes">What else to say of it.</param>
    public static Document Made(NodeKeyMade made, params IReadOnlyList<string> notes) => new()
    {
        Heading = [made.Secret],
        Tables = [Rows([made.Key])],
        Closing = ["The first line is the key. Keep it: the node has only a hash of it and never shows it again.", .. notes],
        Csv = () =>
        {
            var table = new Table("", [Column.Words("id", "id"), Column.Words("name", "name"), Column.Words("role", "role"), Column.Words("secret", "secret")]);
            table.Add(Cell.Of(made.Key.Id), Cell.Of(made.Key.Name), Cell.Of(made.Key.Role), Cell.Of(made.Secret));
            return table;
        },
        Json = () => NodeJson.Node(made),
    };

    private static Table Rows(IReadOnlyList<NodeKey> keys)
    {
        var table = new Table("", [
            Column.Words("id", "id"), Column.Words("name", "name"), Column.Words("role", "role"), Column.Words("site", "site"), Column.Words("tenant", "tenant"),
            Column.Words("last_four", "ends in"), Column.Words("created_at", "made"), Column.Words("expires_at", "valid until"), Column.Words("valid", "valid")]);
        foreach (var key in keys)
        {
            table.Add(
                Cell.Of(key.Id), Cell.Of(key.Name), Cell.Of(key.Role), Cell.Of(key.Site ?? ""), Cell.Of(key.Tenant ?? ""), Cell.Of(key.LastFour), NodeTables.At(key.CreatedAt),
                NodeTables.At(key.ExpiresAt), new Cell(key.IsValid ? "yes" : "no", key.IsValid, key.IsValid ? CellMark.None : CellMark.Faint));
        }

        return table;
    }
}

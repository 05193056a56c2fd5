using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>Shows a node's audit log.</summary>
internal static class AuditTables
{
    /// <summary>A row an entry.</summary>
    /// <param name="entries">The entries.</param>
    public static Document Of(IReadOnlyList<AuditEntry> entries)
    {
        var table = new Table("", [
            new("number", "number"), Column.Words("at", "at"), Column.Words("actor", "who"), Column.Words("action", "what"), Column.Words("subject", "to what"), Column.Words("detail", "detail")]);
        foreach (var entry in entries)
            table.Add(Cell.Of(entry.Number), NodeTables.At(entry.At), Cell.Of(entry.Actor), Cell.Of(entry.Action), Cell.Of(entry.Subject), Cell.Of(entry.Detail));
        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(entries), Closing = entries.Count == 0 ? ["nothing yet"] : [] };
    }
}

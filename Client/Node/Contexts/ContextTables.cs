using System.Text.Json.Nodes;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Node.Contexts;

/// <summary>Shows contexts, never their keys.</summary>
internal static class ContextTables
{
    /// <summary>A row a context.</summary>
    /// <param name="contexts">The contexts.</param>
    public static Document Of(NodeContexts contexts)
    {
        var table = new Table("", [
            Column.Words("context", "context"), Column.Words("current", "current"), Column.Words("node", "node"), Column.Words("has_key", "key"), Column.Words("key_end", "ends in")]);
        foreach (var context in contexts.All)
        {
            var isCurrent = context.Name == contexts.Current;
            table.Add(
                Cell.Of(context.Name, isCurrent ? CellMark.Best : CellMark.None), new Cell(isCurrent ? "yes" : "", isCurrent), Cell.Of($"{context.Node}"),
                new Cell(context.Key is null ? "no" : "yes", context.Key is not null), Cell.Of(context.KeyEnd ?? ""));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => JsonText.Rows(table), Closing = contexts.All.Count == 0 ? ["no contexts"] : [] };
    }

    /// <summary>The node that commands speak with.</summary>
    /// <param name="target">The node.</param>
    /// <param name="current">The current context; null for none.</param>
    public static Document Target(NodeTarget target, string? current)
    {
        var end = new NodeContext("", target.Address, target.Key).KeyEnd ?? "";
        var table = new Table("", [Column.Words("node", "node"), Column.Words("has_key", "key"), Column.Words("key_end", "ends in"), Column.Words("current", "current context")]);
        table.Add(Cell.Of($"{target.Address}"), new Cell(target.Key is null ? "no" : "yes", target.Key is not null), Cell.Of(end), Cell.Of(current ?? ""));
        return new Document
        {
            Tables = [table],
            Csv = () => table,
            Json = () => new JsonObject { ["node"] = $"{target.Address}", ["has_key"] = target.Key is not null, ["key_end"] = end, ["current"] = current },
        };
    }
}

using System.Text.Json;
using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>Writes events of a node.</summary>
internal static class EventLines
{
    /// <summary>A row an event.</summary>
    /// <param name="title">Title of the table.</param>
    /// <param name="events">The events.</param>
    public static Table Table(string title, IEnumerable<ControlEvent> events)
    {
        var table = new Table(title, [
            new("number", "number"), Column.Words("at", "at"), Column.Words("kind", "kind"), Column.Words("job", "job"), Column.Words("site", "site"), Column.Words("detail", "detail")]);
        foreach (var e in events)
            table.Add(Cell.Of(e.Number), new Cell(NodeTables.Moment(e.At), $"{e.At.UtcDateTime:O}"), Cell.Of(e.Kind), Cell.Of(e.Job ?? ""), Cell.Of(e.Site ?? ""), Cell.Of(e.Detail));
        return table;
    }

    /// <summary>An event as a line for people.</summary>
    /// <param name="e">The event.</param>
    public static string Text(ControlEvent e) =>
        string.Join(' ', new[] { NodeTables.Moment(e.At), $"{e.Kind,-16}", e.Job ?? "", e.Site is null ? "" : $"at {e.Site}", e.Detail }.Where(t => t.Length > 0)).TrimEnd();

    /// <summary>An event as a line of JSON.</summary>
    /// <param name="e">The event.</param>
    public static string Json(ControlEvent e) => JsonSerializer.Serialize(e, NodeJson.Options);
}

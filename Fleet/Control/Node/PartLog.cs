using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>Passes the operations of a part of the node to the node's log, with the part before them.</summary>
/// <param name="log">The node's log.</param>
/// <param name="kind">What kind of part.</param>
/// <param name="index">Which one.</param>
internal sealed class PartLog(IOperationLog log, NodeOperation kind, int index) : IOperationLog
{
    public StateWriter Open()
    {
        var writer = log.Open();
        writer.Byte((byte)kind);
        writer.Count(index);
        return writer;
    }

    public void Close() => log.Close();
}

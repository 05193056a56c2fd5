using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>Passes the operations of a part of a state machine to its log, with the part before them.</summary>
/// <param name="log">The log of the whole.</param>
/// <param name="kind">What kind of part: the first byte of its operations.</param>
/// <param name="index">Which one.</param>
internal sealed class PartLog(IOperationLog log, byte kind, int index) : IOperationLog
{
    public StateWriter Open()
    {
        var writer = log.Open();
        writer.Byte(kind);
        writer.Count(index);
        return writer;
    }

    public void Close() => log.Close();
}

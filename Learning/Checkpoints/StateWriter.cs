namespace ControlPlane.Learning.Checkpoints;

internal sealed class StateWriter(Stream target) : StateExchange, IDisposable
{
    private readonly BinaryWriter _writer = new(target, System.Text.Encoding.UTF8, leaveOpen: true);

    public void Header(CheckpointHeader header)
    {
        _writer.Write(header.Kind);
        _writer.Write(header.About);
    }

    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    protected override void Piece(string name, string kind, int rows, int columns, Span<byte> bytes)
    {
        _writer.Write(name);
        _writer.Write(kind);
        _writer.Write(rows);
        _writer.Write(columns);
        _writer.Write(bytes.Length);
        _writer.Write(bytes);
    }
}

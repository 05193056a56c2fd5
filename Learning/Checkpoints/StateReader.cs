namespace ControlPlane.Learning.Checkpoints;

/// <summary>Compares every piece with what is expected and, in a second round, takes it over.</summary>
internal sealed class StateReader(ReadOnlyMemory<byte> rest, bool isApplied) : StateExchange, IDisposable
{
    private const int MostShown = 80;
    private readonly BinaryReader _reader = new(new MemoryStream(rest.ToArray(), writable: false));

    public CheckpointHeader Header() => new(_reader.ReadString(), _reader.ReadString());

    public void Expect(string kind)
    {
        var found = Header().Kind;
        if (found != kind)
            throw new CheckpointException(CheckpointFault.WrongKind, $"the checkpoint is of a {Short(found)}, not of a {kind}.");
    }

    public void End()
    {
        if (!IsAtEnd)
            throw Wrong($"it goes on with '{Short(_reader.ReadString())}' where nothing more is expected");
    }

    public void Dispose() => _reader.Dispose();

    protected override void Piece(string name, string kind, int rows, int columns, Span<byte> bytes)
    {
        if (IsAtEnd)
            throw Wrong($"'{name}' is missing");
        var (foundName, foundKind, foundRows, foundColumns) = (_reader.ReadString(), _reader.ReadString(), _reader.ReadInt32(), _reader.ReadInt32());
        if (foundName != name)
            throw Wrong($"it has '{Short(foundName)}' where '{name}' is expected");
        if ((foundKind, foundRows, foundColumns) != (kind, rows, columns))
            throw Wrong($"'{name}' has {foundRows} x {foundColumns} {Short(foundKind)} where {rows} x {columns} {kind} are expected");
        if (_reader.ReadInt32() is var length && length != bytes.Length)
            throw Wrong($"'{name}' has {length} bytes where {bytes.Length} are expected");
        var content = _reader.ReadBytes(bytes.Length);
        if (content.Length < bytes.Length)
            throw new EndOfStreamException($"'{name}' ends after {content.Length} of {bytes.Length} bytes.");
        if (isApplied)
            content.CopyTo(bytes);
    }

    private bool IsAtEnd => _reader.BaseStream.Position == _reader.BaseStream.Length;

    // What a faulty writer calls a name may be megabytes of anything.
    private static string Short(string text) => text.Length <= MostShown ? text : string.Concat(text.AsSpan(0, MostShown), "...");

    private static CheckpointException Wrong(string what) => new(CheckpointFault.WrongShape, $"the checkpoint does not fit: {what}.");
}

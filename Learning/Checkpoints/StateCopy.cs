namespace ControlPlane.Learning.Checkpoints;

/// <summary>Copies the state of one thing into another of the same shape, without a file; its memory is used again.</summary>
internal sealed class StateCopy : StateExchange
{
    private readonly List<byte[]> _pieces = [];
    private bool _isRead;
    private int _next;

    public void Copy(ICheckpointed source, ICheckpointed target)
    {
        (_isRead, _next) = (false, 0);
        source.Exchange(this);
        (_isRead, _next) = (true, 0);
        target.Exchange(this);
    }

    protected override void Piece(string name, string kind, int rows, int columns, Span<byte> bytes)
    {
        if (_next == _pieces.Count)
            _pieces.Add(new byte[bytes.Length]);
        var piece = _pieces[_next++];
        if (piece.Length != bytes.Length)
            throw new ArgumentException($"'{name}' has {bytes.Length} bytes where {piece.Length} are expected.", nameof(bytes));
        if (_isRead)
            piece.CopyTo(bytes);
        else
            bytes.CopyTo(piece);
    }
}

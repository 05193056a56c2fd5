namespace ControlPlane.Fleet.Journal;

/// <summary>Operations that are applied and not yet durable: length and bytes of each, one after the other. A host writes and clears it at every commit.</summary>
public sealed class OperationBuffer : IOperationLog
{
    private readonly StateWriter _all = new();
    private readonly StateWriter _one = new();

    /// <summary>Whether an operation is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Number of operations in it.</summary>
    public int Count { get; private set; }

    /// <summary>The operations, to be read by <see cref="ReplayAll"/>. Valid until the next operation or <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _all.Written;

    /// <inheritdoc/>
    public StateWriter Open()
    {
        if (IsOpen)
            throw new InvalidOperationException("An operation is already open.");
        IsOpen = true;
        _one.Clear();
        return _one;
    }

    /// <inheritdoc/>
    public void Close()
    {
        if (!IsOpen)
            throw new InvalidOperationException("No operation is open.");
        IsOpen = false;
        _all.Bytes(_one.Written.Span);
        Count++;
    }

    /// <summary>Forgets all operations, one that is open included.</summary>
    public void Clear()
    {
        IsOpen = false;
        _all.Clear();
        Count = 0;
    }

    /// <summary>Applies operations again.</summary>
    /// <param name="operations">As <see cref="Bytes"/> gave them.</param>
    /// <param name="target">The state machine.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    public static int ReplayAll(ReadOnlySpan<byte> operations, IJournalled target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var reader = new StateReader(operations);
        var count = 0;
        for (; !reader.IsAtEnd; count++)
        {
            var one = new StateReader(reader.Bytes());
            target.Replay(ref one);
            one.RequireEnd();
        }

        return count;
    }
}

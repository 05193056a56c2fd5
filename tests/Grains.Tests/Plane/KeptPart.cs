using ControlPlane.Fleet.Journal;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>A part of a region with the log of what it did.</summary>
/// <param name="make">Makes it empty.</param>
internal sealed class KeptPart<T>(Func<IOperationLog, T> make)
    where T : class, IJournalled
{
    private readonly OperationBuffer _log = new();
    private readonly List<byte[]> _kept = [];
    private byte[] _snapshot = [];
    private T? _live;

    public T Live => _live ??= make(_log);

    /// <summary>Makes what it did durable.</summary>
    public void Commit()
    {
        if (_log.Count > 0)
            _kept.Add(_log.Bytes.ToArray());
        _log.Clear();
    }

    /// <summary>Keeps a snapshot instead of the operations.</summary>
    public void Save()
    {
        _snapshot = Bytes(Live);
        _kept.Clear();
    }

    /// <summary>The part is lost and comes back as it was kept.</summary>
    public void Restore()
    {
        var before = Bytes(Live);
        var log = new OperationBuffer();
        var again = make(log);
        if (_snapshot.Length > 0)
        {
            var reader = new StateReader(_snapshot);
            again.Load(ref reader);
            reader.RequireEnd();
        }

        foreach (var operations in _kept)
            OperationBuffer.ReplayAll(operations, again);
        Assert.Equal(before, Bytes(again));
        var copy = make(_log);
        var whole = new StateReader(before);
        copy.Load(ref whole);
        _live = copy;
        Assert.Equal(before, Bytes(Live));
        _log.Clear();
    }

    private static byte[] Bytes(T part)
    {
        var writer = new StateWriter();
        part.Save(writer);
        return writer.Written.ToArray();
    }
}

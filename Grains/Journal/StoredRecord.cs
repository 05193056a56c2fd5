using Orleans.Storage;

namespace ControlPlane.Grains.Journal;

/// <summary>
/// A record of a grain in a storage, with the ETag of the last read or write: a write takes effect only if nobody else has written since. The grain's type
/// is part of the record's name, because relational storages tell the records of grains with equal keys apart by nothing else.
/// </summary>
internal sealed class StoredRecord<T>(IGrainStorage storage, GrainId grain, string name)
    where T : class, new()
{
    private readonly string _stateName = $"{grain.Type}.{name}";
    private readonly GrainState<T> _state = new(new T());

    public string Name => name;

    /// <summary>What was read; nothing if there is no such record, or once it is forgotten.</summary>
    public T? Value { get; private set; }

    public async Task ReadAsync()
    {
        await storage.ReadStateAsync(_stateName, grain, _state);
        Value = _state.RecordExists ? _state.State : null;
    }

    public async Task WriteAsync(T value)
    {
        _state.State = value;
        await storage.WriteStateAsync(_stateName, grain, _state);
        Forget();
    }

    /// <summary>Keeps the ETag only.</summary>
    public void Forget()
    {
        Value = null;
        _state.State = null;
    }
}

using System.Text.Json;
using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>
/// A storage in memory that behaves as the relational ones do: versions as ETags, records by state name and the grain's key alone, copies of everything. It
/// completes every call at once.
/// </summary>
internal sealed class TestStorage : IGrainStorage
{
    private readonly Dictionary<(string Name, string Key), Entry> _records = [];

    /// <summary>Called before a record is read, with the number of reads so far.</summary>
    public Action<int>? OnRead { get; set; }

    /// <summary>Called after a record was written, with its name.</summary>
    public Action<string>? OnWritten { get; set; }

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public IEnumerable<string> Names => _records.Keys.Select(k => k.Name);

    public TestStorage Copy()
    {
        var copy = new TestStorage();
        foreach (var (key, entry) in _records)
            copy._records.Add(key, entry);
        return copy;
    }

    /// <summary>Changes a record behind the back of whoever wrote it.</summary>
    public void Damage<T>(string name, Action<T> change)
    {
        var key = _records.Keys.Single(k => k.Name == name);
        var value = JsonSerializer.Deserialize<T>(_records[key].Payload)!;
        change(value);
        _records[key] = _records[key] with { Payload = JsonSerializer.SerializeToUtf8Bytes(value) };
    }

    public void Lose(string name) => Assert.True(_records.Remove(_records.Keys.Single(k => k.Name == name)));

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        OnRead?.Invoke(Reads);
        Reads++;
        var found = _records.TryGetValue(Key(stateName, grainId), out var entry);
        grainState.State = found ? JsonSerializer.Deserialize<T>(entry.Payload) : Activator.CreateInstance<T>();
        grainState.ETag = found ? $"{entry.Version}" : null;
        grainState.RecordExists = found;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var version = _records.TryGetValue(Key(stateName, grainId), out var entry) ? entry.Version : 0;
        if (grainState.ETag != (version == 0 ? null : $"{version}"))
            return Task.FromException(new InconsistentStateException("Version conflict.", $"{version}", grainState.ETag));
        _records[Key(stateName, grainId)] = new Entry(JsonSerializer.SerializeToUtf8Bytes(grainState.State), version + 1);
        grainState.ETag = $"{version + 1}";
        grainState.RecordExists = true;
        Writes++;
        OnWritten?.Invoke(stateName);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    private static (string Name, string Key) Key(string stateName, GrainId grainId) => (stateName, grainId.Key.ToString()!);

    private readonly record struct Entry(byte[] Payload, int Version);
}

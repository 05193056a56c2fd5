using System.Security.Cryptography;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>
/// The keys of a host, in a file that other processes may change too. A changed file counts within the reload time; one that cannot be read leaves the keys as they
/// were. Every operation may be called by many threads.
/// </summary>
public sealed partial class KeyRing
{
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly TimeSpan _reload;
    private readonly Lock _gate = new();
    private volatile Snapshot _now;
    private long _lookedAt;

    /// <summary>Opens the keys.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="time">The clock.</param>
    /// <param name="reload">How old what it knows of the file may become.</param>
    public KeyRing(string path, TimeProvider time, TimeSpan reload)
    {
        (_path, _time, _reload) = (path, time, reload);
        _lookedAt = time.GetTimestamp();
        _now = Load();
    }

    /// <summary>All keys, also those that have ended, the oldest first.</summary>
    public IReadOnlyList<ApiKey> All
    {
        get
        {
            Refresh();
            return _now.Keys;
        }
    }

    /// <summary>Whether some administrator has a valid key.</summary>
    public bool HasAdmin
    {
        get
        {
            var now = _time.GetUtcNow();
            return All.Any(k => k.Role == Role.Admin && k.IsValid(now));
        }
    }

    /// <summary>Looks up a key that was shown.</summary>
    /// <param name="secret">The key.</param>
    internal KeyCheck Check(string secret)
    {
        if (!KeySecret.IsPossible(secret))
            return new KeyCheck(Key: null, IsValid: false);
        Refresh();
        var hash = KeySecret.Hash(secret);
        // The bucket is found by a part of the hash, which tells nobody anything about a key; the rest is compared in constant time.
        var found = _now.ByPrefix[PrefixOf(hash)].FirstOrDefault(k => CryptographicOperations.FixedTimeEquals(Convert.FromHexString(k.Hash), hash));
        return new KeyCheck(found, found?.IsValid(_time.GetUtcNow()) ?? false);
    }

    /// <summary>Whether a key that was valid still is.</summary>
    /// <param name="id">Its id.</param>
    internal bool IsValid(string id)
    {
        Refresh();
        return _now.Keys.FirstOrDefault(k => k.Id == id)?.IsValid(_time.GetUtcNow()) ?? false;
    }

    private static long PrefixOf(byte[] hash) => BitConverter.ToInt64(hash);

    private void Refresh()
    {
        var looked = Volatile.Read(ref _lookedAt);
        if (_time.GetElapsedTime(looked) < _reload || Interlocked.CompareExchange(ref _lookedAt, _time.GetTimestamp(), looked) != looked)
            return;
        lock (_gate)
        {
            if (Stamp() == _now.Stamp)
                return;
            try
            {
                _now = Load();
            }
            catch (InputException)
            {
                // Half written by hand, perhaps: what was known stays, and the next look tries again.
            }
        }
    }

    private Snapshot Load()
    {
        var stamp = Stamp();
        var keys = KeyFile.Read(_path);
        return new Snapshot(keys, keys.ToLookup(k => PrefixOf(Convert.FromHexString(k.Hash))), stamp);
    }

    private (DateTime, long) Stamp()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    private sealed record Snapshot(IReadOnlyList<ApiKey> Keys, ILookup<long, ApiKey> ByPrefix, (DateTime, long) Stamp);
}

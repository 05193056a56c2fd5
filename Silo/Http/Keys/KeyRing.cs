using System.Security.Cryptography;
using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>
/// The keys of a host, in a file that other processes may change too. A changed file counts within the reload time; one that cannot be read leaves the keys as they
/// were. Every operation may be called by many threads.
/// </summary>
public sealed class KeyRing
{
    private const int MostKeys = 10_000;
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(90);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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

    /// <summary>Makes a key.</summary>
    /// <param name="name">Who it is for.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="site">With <see cref="Role.Agent"/>, and only with it: its site.</param>
    /// <param name="lasts">How long it is valid; null for ever.</param>
    /// <returns>What is kept of it, and the key itself, which cannot be had again.</returns>
    public (ApiKey Key, string Secret) Add(string name, Role role, string? site = null, TimeSpan? lasts = null)
    {
        if ((role == Role.Agent) != (site is not null))
            throw new ArgumentException("a site belongs to the role agent, and only to it", nameof(site));
        var secret = KeySecret.Create();
        var now = _time.GetUtcNow();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var key = new ApiKey(id, name, role, site, Convert.ToHexStringLower(KeySecret.Hash(secret)), secret[^4..], now, now + lasts);
        Change(keys => keys.Count >= MostKeys
            ? throw new ControlException(ControlProblem.Conflict, $"there are {keys.Count} keys, the most there may be: ended ones go after {KeptAfterEnd.TotalDays} days")
            : [.. keys, key]);
        return (key, secret);
    }

    /// <summary>Ends a key, now or later. The last administrator's stays.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="delay">How long it stays valid: time for the one that takes over.</param>
    /// <returns>The key as it is then; null when there is none.</returns>
    public ApiKey? End(string id, TimeSpan delay)
    {
        ApiKey? ended = null;
        var end = _time.GetUtcNow() + delay;
        Change(keys =>
        {
            if (keys.FirstOrDefault(k => k.Id == id) is not { } key)
                return keys;
            if (IsLastAdmin(keys, key))
                throw new ControlException(ControlProblem.Conflict, "this is the last key of an administrator: make another one first");
            ended = key.IsValid(end) ? key with { ExpiresAt = end } : key;
            return [.. keys.Select(k => k.Id == id ? ended : k)];
        });
        return ended;
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

    private bool IsLastAdmin(IReadOnlyList<ApiKey> keys, ApiKey key)
    {
        var now = _time.GetUtcNow();
        return key.Role == Role.Admin && key.IsValid(now) && !keys.Any(k => k.Role == Role.Admin && k.Id != key.Id && k.IsValid(now));
    }

    private void Change(Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change)
    {
        lock (_gate)
        {
            using var others = Exclude();
            var now = _time.GetUtcNow();
            var before = KeyFile.Read(_path);
            var after = change(before);
            if (ReferenceEquals(before, after))
                return;
            KeyFile.Write(_path, [.. after.Where(k => k.IsValid(now - KeptAfterEnd))]);
            _now = Load();
        }
    }

    // Another process may change the file at the same moment.
    private FileStream Exclude()
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{_path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (_time.GetElapsedTime(began) < Patience)
            {
                Thread.Sleep(10);
            }
        }
    }

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

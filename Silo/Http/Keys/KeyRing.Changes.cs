using System.Security.Cryptography;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Silo.Http.Keys;

/// <content>How keys are made and ended.</content>
public sealed partial class KeyRing
{
    private const int MostKeys = 10_000;
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(90);

    /// <summary>Makes a key.</summary>
    /// <param name="name">Who it is for.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="site">With <see cref="Role.Agent"/>, and only with it: its site.</param>
    /// <param name="lasts">How long it is valid; null for ever.</param>
    /// <param name="tenant">With <see cref="Role.Viewer"/> and <see cref="Role.Submitter"/>: the only tenant that it is for; null for all.</param>
    /// <returns>What is kept of it, and the key itself, which cannot be had again.</returns>
    public async Task<(ApiKey Key, string Secret)> Add(string name, Role role, string? site = null, TimeSpan? lasts = null, string? tenant = null)
    {
        if (KeyScope.Complain(role, site, tenant) is { } wrong)
            throw new ArgumentException(wrong.Allowed, wrong.Field);
        // A key that never was valid would make the file unreadable.
        if (lasts is { } life)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero, nameof(lasts));
        var (key, secret) = Make(name, role, site, tenant, lasts);
        await Change(keys => Appended(keys, key));
        return (key, secret);
    }

    /// <summary>Makes a key that takes over from another: of the same name, role, site, tenant and length of life. The other one ends, now or later.</summary>
    /// <param name="id">Id of the other one.</param>
    /// <param name="delay">How long that stays valid.</param>
    /// <returns>The key that it is now, what is kept of the new one and the new key itself; null when there is no key of that id.</returns>
    /// <exception cref="ControlException">It has ended already.</exception>
    public async Task<(ApiKey Old, ApiKey Key, string Secret)?> Rotate(string id, TimeSpan delay)
    {
        (ApiKey, ApiKey, string)? rotated = null;
        await Change(keys =>
        {
            if (keys.FirstOrDefault(k => k.Id == id) is not { } old)
                return keys;
            if (!old.IsValid(_time.GetUtcNow()))
                throw new ControlException(ControlProblem.Conflict, $"the key {old.Name} that ends in {old.LastFour} has ended: make a new one");
            var (key, secret) = Make(old.Name, old.Role, old.Site, old.Tenant, old.Lasts);
            var ended = Ended(old, delay);
            rotated = (ended, key, secret);
            return Appended(With(keys, ended), key);
        });
        return rotated;
    }

    /// <summary>Ends a key, now or later. The last administrator's stays.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="delay">How long it stays valid: time for the one that takes over.</param>
    /// <returns>The key as it is then; null when there is none.</returns>
    public async Task<ApiKey?> End(string id, TimeSpan delay)
    {
        ApiKey? ended = null;
        await Change(keys =>
        {
            if (keys.FirstOrDefault(k => k.Id == id) is not { } key)
                return keys;
            if (IsLastAdmin(keys, key, delay))
                throw new ControlException(ControlProblem.Conflict, "this is the last key of an administrator: make another one first");
            ended = Ended(key, delay);
            return With(keys, ended);
        });
        return ended;
    }

    // Whether no administrator would be left when a key has ended.
    private bool IsLastAdmin(IReadOnlyList<ApiKey> keys, ApiKey key, TimeSpan delay)
    {
        var now = _time.GetUtcNow();
        return key.Role == Role.Admin && key.IsValid(now) && !keys.Any(k => k.Role == Role.Admin && k.Id != key.Id && k.IsValid(now + delay));
    }

    private (ApiKey Key, string Secret) Make(string name, Role role, string? site, string? tenant, TimeSpan? lasts)
    {
        var secret = KeySecret.Create();
        var now = _time.GetUtcNow();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        return (new ApiKey(id, name, role, site, tenant, Convert.ToHexStringLower(KeySecret.Hash(secret)), secret[^4..], now, now + lasts, lasts), secret);
    }

    private ApiKey Ended(ApiKey key, TimeSpan delay)
    {
        var end = _time.GetUtcNow() + delay;
        return key.IsValid(end) ? key with { ExpiresAt = end } : key;
    }

    private static ApiKey[] With(IReadOnlyList<ApiKey> keys, ApiKey changed) => [.. keys.Select(k => k.Id == changed.Id ? changed : k)];

    private static ApiKey[] Appended(IReadOnlyList<ApiKey> keys, ApiKey key) => keys.Count >= MostKeys
        ? throw new ControlException(ControlProblem.Conflict, $"there are {keys.Count} keys, the most there may be: ended ones go after {KeptAfterEnd.TotalDays} days")
        : [.. keys, key];

    // Another process may change the file at the same moment, and another request of this one.
    private async Task Change(Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>> change)
    {
        using var others = await KeyFileLock.Take(_path);
        var before = KeyFile.Read(_path);
        var after = change(before);
        if (ReferenceEquals(before, after))
            return;
        var kept = _time.GetUtcNow() - KeptAfterEnd;
        KeyFile.Write(_path, [.. after.Where(k => k.IsValid(kept))]);
        lock (_gate)
            _now = Load();
    }
}

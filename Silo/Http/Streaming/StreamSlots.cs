using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Streaming;

/// <summary>How many event streams are open, in all and by key.</summary>
/// <param name="limits">How many may be.</param>
internal sealed class StreamSlots(ApiLimits limits)
{
    private const double RetryAfterS = 5;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byKey = new();
    private int _all;

    /// <summary>Open streams.</summary>
    public int Open => Volatile.Read(ref _all);

    /// <summary>Takes a slot.</summary>
    /// <param name="key">Id of the key.</param>
    /// <returns>Gives it back when disposed.</returns>
    public IDisposable Take(string key)
    {
        lock (_gate)
        {
            var mine = _byKey.GetValueOrDefault(key);
            if (_all >= limits.Streams)
                throw Refused($"{_all} event streams are open, the most there may be");
            if (mine >= limits.StreamsPerKey)
                throw Refused($"this key has {mine} event streams open, the most it may have");
            _byKey[key] = mine + 1;
            _all++;
        }

        return new Slot(this, key);
    }

    private void GiveBack(string key)
    {
        lock (_gate)
        {
            _all--;
            if (--_byKey[key] == 0)
                _byKey.Remove(key);
        }
    }

    private static RefusedException Refused(string detail) => new(ApiProblem.Of(429, detail) with { RetryAfterS = RetryAfterS });

    private sealed class Slot(StreamSlots owner, string key) : IDisposable
    {
        private bool _isGiven;

        public void Dispose()
        {
            if (!_isGiven)
                owner.GiveBack(key);
            _isGiven = true;
        }
    }
}

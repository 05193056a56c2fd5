namespace ControlPlane.Grains.Tests.Faults;

/// <summary>The plan of a <see cref="FaultyStorage"/>, shared by the storages of all silos of a test. Everything may be changed while they run. Thread-safe.</summary>
/// <param name="seed">Seed of the faults that come by chance.</param>
internal sealed class StorageFaults(int seed)
{
    private readonly Lock _gate = new();
    private Random _random = new(seed);
    private readonly Queue<StorageFault> _next = new();
    private readonly List<Func<Task>> _late = [];
    private readonly Dictionary<StorageFault, double> _shares = [];
    private TaskCompletionSource? _hold;
    private TaskCompletionSource _held = new();

    /// <summary>Share of the reads that fail.</summary>
    public double ReadShare { get; set; }

    /// <summary>Share of the writes that take <see cref="Stall"/>.</summary>
    public double StallShare { get; set; }

    public TimeSpan Stall { get; set; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Writes that were asked for, also those that failed.</summary>
    public int Writes { get; private set; }

    public int Reads { get; private set; }

    /// <summary>Faults that happened, of all kinds.</summary>
    public int Happened { get; private set; }

    /// <summary>Sees what goes through the storage.</summary>
    public Action? OnWrite { get; set; }

    /// <summary>The faults that come by chance begin anew.</summary>
    /// <param name="seed">Their seed.</param>
    public void Reseed(int seed)
    {
        lock (_gate)
            _random = new Random(seed);
    }

    /// <summary>From now on this share of the writes meets the fault.</summary>
    public void Share(StorageFault fault, double share)
    {
        lock (_gate)
            _shares[fault] = share;
    }

    /// <summary>The next writes meet these faults, one each.</summary>
    public void Next(params StorageFault[] faults)
    {
        lock (_gate)
            Array.ForEach(faults, _next.Enqueue);
    }

    /// <summary>No more faults by chance. Late writes that are under way stay so.</summary>
    public void Calm()
    {
        lock (_gate)
            _shares.Clear();
        ReadShare = StallShare = 0;
    }

    /// <summary>Holds every write until <see cref="Release"/>.</summary>
    /// <returns>Completes when a write is being held.</returns>
    public Task Hold()
    {
        lock (_gate)
        {
            _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Task;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _hold?.SetResult();
            _hold = null;
        }
    }

    /// <summary>Lets late writes arrive.</summary>
    public async Task DeliverLate()
    {
        Func<Task>[] late;
        lock (_gate)
        {
            late = [.. _late];
            _late.Clear();
        }

        foreach (var write in late)
            await write();
    }

    internal void AddLate(Func<Task> write)
    {
        lock (_gate)
            _late.Add(write);
    }

    internal async Task<StorageFault> BeforeWrite()
    {
        StorageFault fault;
        Task hold;
        bool stalls, delivers;
        lock (_gate)
        {
            Writes++;
            fault = _next.TryDequeue(out var next) ? next : Draw();
            if (fault != StorageFault.None)
                Happened++;
            hold = _hold?.Task ?? Task.CompletedTask;
            if (_hold is not null)
                _held.TrySetResult();
            stalls = _random.NextDouble() < StallShare;
            delivers = _shares.GetValueOrDefault(StorageFault.Late) > 0 && _random.Next(2) == 0;
        }

        OnWrite?.Invoke();
        await hold;
        if (stalls)
            await Task.Delay(Stall);
        if (delivers)
            await DeliverLate();
        return fault;
    }

    internal void BeforeRead()
    {
        lock (_gate)
        {
            Reads++;
            if (_random.NextDouble() >= ReadShare)
                return;
            Happened++;
        }

        throw new IOException("The storage cannot be reached.");
    }

    private StorageFault Draw()
    {
        var drawn = _random.NextDouble();
        foreach (var (fault, share) in _shares)
        {
            drawn -= share;
            if (drawn < 0)
                return fault;
        }

        return StorageFault.None;
    }
}

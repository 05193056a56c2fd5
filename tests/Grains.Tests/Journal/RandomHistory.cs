using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>Activations of one grain that come, commit, fail and go at random, and what must be stored after each step.</summary>
internal sealed class RandomHistory(Random random, TestStorage storage, IGrainStorage faulty)
{
    private readonly List<JournalledAccount> _alive = [];
    private readonly List<long> _stored = [];
    private long _nextId;

    public async Task Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (_alive.Count == 0 || (_alive.Count < 3 && random.Next(6) == 0))
                _alive.Add(await JournalledAccount.Load(faulty, random.Next(1, 200)));
            await Commit(_alive[random.Next(_alive.Count)]);
            Assert.Equal(_stored, (await JournalledAccount.Load(storage)).Account.Ids);
        }
    }

    private async Task Commit(JournalledAccount activation)
    {
        long[] ids = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => _nextId++)];
        var writes = storage.Writes;
        var isCurrent = activation.Account.Ids.SequenceEqual(_stored);
        try
        {
            await activation.Commit(ids, random.Next(100));
            Assert.True(isCurrent, "an activation with an old state has committed");
            Assert.Equal(writes + 1, storage.Writes);
        }
        catch (Exception e) when (e is IOException or TimeoutException or InconsistentStateException)
        {
            _alive.Remove(activation);
        }

        if (storage.Writes > writes)
            _stored.AddRange(ids);
    }
}

using ControlPlane.Fleet.Journal;
using ControlPlane.Grains.Journal;
using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>An activation without a grain: an account and its journal.</summary>
internal sealed class JournalledAccount
{
    public static readonly GrainId Id = GrainId.Create("account", "north");

    private readonly OperationBuffer _log = new();
    private readonly GrainJournal _journal;

    private JournalledAccount(IGrainStorage storage, int segmentBytes, GrainId id)
    {
        Account = new Account(_log);
        _journal = new GrainJournal(storage, id, segmentBytes);
    }

    public Account Account { get; }

    public static async Task<JournalledAccount> Load(IGrainStorage storage, int segmentBytes = 100, GrainId? id = null)
    {
        var loaded = new JournalledAccount(storage, segmentBytes, id ?? Id);
        await loaded._journal.LoadAsync(loaded.Account);
        Assert.Equal(0, loaded._log.Count);
        return loaded;
    }

    /// <summary>Deposits, in one commit.</summary>
    /// <param name="ids">Their numbers; each is of one unit.</param>
    /// <param name="padding">Bytes that each operation has beyond what it needs.</param>
    /// <returns>Bytes written.</returns>
    public async Task<int> Commit(IEnumerable<long> ids, int padding = 0)
    {
        foreach (var id in ids)
            Account.Deposit(id, 1, padding);
        var length = await _journal.CommitAsync(Account, _log.Bytes, _log.Count);
        _log.Clear();
        return length;
    }

    public Task<int> Commit(long id, int padding = 45) => Commit([id], padding);

    public Task Reload() => _journal.LoadAsync(Account);
}

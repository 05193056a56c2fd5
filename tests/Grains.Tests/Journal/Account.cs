using ControlPlane.Fleet.Journal;

namespace ControlPlane.Grains.Tests.Journal;

/// <summary>A small state machine: numbered deposits, of which each counts once. Their order is part of the state.</summary>
public sealed class Account(IOperationLog log) : IJournalled
{
    /// <summary>A deposit of this amount meets a defect: the account fails after it has reported the operation.</summary>
    public const int FailsAfterLogging = 666;

    /// <summary>A deposit of this amount meets a defect: the account fails while it reports the operation.</summary>
    public const int FailsWhileLogging = 667;

    private const byte Version = 1;
    private readonly List<long> _ids = [];
    private readonly HashSet<long> _known = [];

    public IReadOnlyList<long> Ids => _ids;

    public long Balance { get; private set; }

    /// <returns>The balance after it.</returns>
    public long Deposit(long id, int amount, int padding = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        if (_known.Contains(id))
            return Balance;
        Add(id, amount);
        var entry = log.Open();
        entry.Number(id);
        if (amount == FailsWhileLogging)
            throw new NotSupportedException("A defect.");
        entry.Count(amount);
        entry.Bytes(new byte[padding]);
        log.Close();
        if (amount == FailsAfterLogging)
            throw new NotSupportedException("A defect.");
        return Balance;
    }

    public void Save(StateWriter writer)
    {
        writer.Byte(Version);
        writer.Number(Balance);
        writer.Count(_ids.Count);
        _ids.ForEach(writer.Number);
    }

    public void Load(ref StateReader reader)
    {
        reader.Version("An account", Version);
        _ids.Clear();
        _known.Clear();
        Balance = reader.Number();
        for (var left = reader.CountOf(1); left > 0; left--)
        {
            _ids.Add(reader.Number());
            _known.Add(_ids[^1]);
        }
    }

    public void Replay(ref StateReader reader)
    {
        var id = reader.Number();
        var amount = reader.Count();
        reader.Bytes();
        // Idempotence is decided before an operation is journalled: a second one here means that the journal repeats itself.
        if (_known.Contains(id))
            throw new InvalidDataException($"Deposit {id} is journalled twice.");
        Add(id, amount);
    }

    private void Add(long id, int amount)
    {
        _ids.Add(id);
        _known.Add(id);
        Balance += amount;
    }
}

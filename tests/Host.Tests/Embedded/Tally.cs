using ControlPlane.Fleet.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>The smallest state machine whose operations have an order and two effects each: numbers in the order in which they came, and their sum.</summary>
internal sealed class Tally(IOperationLog log) : IJournalled
{
    private readonly List<long> _numbers = [];

    /// <summary>The numbers, in order.</summary>
    public IReadOnlyList<long> Numbers => _numbers;

    /// <summary>Their sum.</summary>
    public long Sum { get; private set; }

    /// <summary>The state as bytes.</summary>
    public byte[] Bytes
    {
        get
        {
            var writer = new StateWriter();
            Save(writer);
            return writer.Written.ToArray();
        }
    }

    /// <summary>The state after some numbers, worked out without any journal.</summary>
    public static byte[] BytesAfter(IEnumerable<long> numbers)
    {
        var tally = new Tally(new OperationBuffer());
        foreach (var number in numbers)
            tally.Apply(number);
        return tally.Bytes;
    }

    /// <summary>Adds a number.</summary>
    /// <returns>How many there were before.</returns>
    public int Add(long number)
    {
        var writer = log.Open();
        writer.Number(number);
        log.Close();
        Apply(number);
        return _numbers.Count - 1;
    }

    /// <summary>A bug: something is journalled and then the operation fails.</summary>
    public int AddAndBreak(long number)
    {
        Add(number);
        throw new InvalidOperationException("broken in the middle");
    }

    public void Save(StateWriter writer)
    {
        writer.Count(_numbers.Count);
        foreach (var number in _numbers)
            writer.Number(number);
        writer.Number(Sum);
    }

    public void Load(ref StateReader reader)
    {
        _numbers.Clear();
        for (var left = reader.CountOf(1); left > 0; left--)
            _numbers.Add(reader.Number());
        Sum = reader.Number();
    }

    public void Replay(ref StateReader reader) => Apply(reader.Number());

    private void Apply(long number)
    {
        _numbers.Add(number);
        Sum += number;
    }
}

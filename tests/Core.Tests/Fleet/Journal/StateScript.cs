using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Journal;

/// <summary>A random sequence of values of all kinds that a state can hold, extremes among them.</summary>
internal sealed class StateScript
{
    private static readonly double[] Reals =
        [0, -0.0, 1, Math.PI, double.MaxValue, double.MinValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly double[] FiniteReals = [0, -0.0, Math.E, double.MaxValue, double.MinValue, -double.Epsilon];
    private static readonly string[] Texts = ["", "us-west", "naïve", "日本", "\U0001F600", "\0", new('x', 300)];
    private static readonly long[] Numbers = [0, 1, -1, 63, 64, -64, -65, int.MaxValue, int.MinValue, int.MaxValue + 1L, long.MaxValue, long.MinValue];

    private readonly (char Kind, object Value)[] _values;

    public StateScript(IRandomStream random, int length) =>
        _values = [.. Enumerable.Range(0, length).Select(_ => Next(random))];

    public byte[] Write()
    {
        var writer = new StateWriter();
        foreach (var (kind, value) in _values)
            Write(writer, kind, value);
        return writer.Written.ToArray();
    }

    /// <summary>Reads values of the same kinds in the same order.</summary>
    /// <returns>How many are equal to the written ones, bit by bit.</returns>
    public int Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new StateReader(bytes);
        var equal = 0;
        foreach (var (kind, value) in _values)
            equal += Equals(Read(ref reader, kind), Comparable(value)) ? 1 : 0;
        reader.RequireEnd();
        return equal;
    }

    private static (char Kind, object Value) Next(IRandomStream random) => random.NextBelow(9) switch
    {
        0 => ('c', (int)(random.NextUniform() * int.MaxValue) >> random.NextBelow(31)),
        1 => ('n', Numbers[random.NextBelow(Numbers.Length)]),
        2 => ('i', random.NextBelow(2) == 0 ? -1 : random.NextBelow(2) == 0 ? int.MinValue : int.MaxValue - random.NextBelow(1000)),
        3 => ('r', Reals[random.NextBelow(Reals.Length)]),
        4 => ('f', FiniteReals[random.NextBelow(FiniteReals.Length)]),
        5 => ('y', random.NextBelow(2) == 0),
        6 => ('b', (byte)random.NextBelow(256)),
        7 => ('t', Texts[random.NextBelow(Texts.Length)]),
        _ => ('l', Enumerable.Range(0, random.NextBelow(20)).Select(_ => (double)random.NextBelow(100)).ToArray()),
    };

    private static void Write(StateWriter writer, char kind, object value)
    {
        switch (kind)
        {
            case 'c': writer.Count((int)value); break;
            case 'n': writer.Number((long)value); break;
            case 'i': writer.Number((int)value); break;
            case 'r' or 'f': writer.Real((double)value); break;
            case 'y': writer.Flag((bool)value); break;
            case 'b': writer.Byte((byte)value); break;
            case 't': writer.Text((string)value); break;
            default:
                var list = (double[])value;
                writer.Count(list.Length);
                Array.ForEach(list, writer.Real);
                break;
        }
    }

    private static object Read(ref StateReader reader, char kind) => kind switch
    {
        'c' => reader.Count(),
        'n' => reader.Number(),
        'i' => reader.Index(),
        'r' => BitConverter.DoubleToInt64Bits(reader.Real()),
        'f' => BitConverter.DoubleToInt64Bits(reader.Finite()),
        'y' => reader.Flag(),
        'b' => reader.Byte(),
        't' => reader.Text(),
        _ => ReadList(ref reader),
    };

    private static string ReadList(ref StateReader reader)
    {
        var list = new double[reader.CountOf(sizeof(double))];
        for (var i = 0; i < list.Length; i++)
            list[i] = reader.Real();
        return string.Join(' ', list);
    }

    private static object Comparable(object value) => value switch
    {
        double real => BitConverter.DoubleToInt64Bits(real),
        double[] list => string.Join(' ', list),
        _ => value,
    };
}

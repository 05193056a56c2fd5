namespace ControlPlane.Fleet.Randomness;

/// <summary>
/// The stream that Python's <c>random</c> module draws for an integer seed: MT19937 (Matsumoto and Nishimura, 1998) seeded by array, 53-bit
/// uniforms, exponentials by inversion, normals by Kinderman and Monahan, choices by rejection of the top bits. The published CHSAC-AF runs are
/// bound to it.
/// </summary>
public sealed class PythonRandom : IRandomStream
{
    private const int Size = 624;
    private const int Shift = 397;
    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <summary>Seeds the stream as <c>random.seed(n)</c> does.</summary>
    /// <param name="seed">The seed; its absolute value counts, as in Python.</param>
    public PythonRandom(long seed)
    {
        var magnitude = seed < 0 ? unchecked((ulong)-seed) : (ulong)seed;
        SeedByArray(magnitude > uint.MaxValue ? [(uint)magnitude, (uint)(magnitude >> 32)] : [(uint)magnitude]);
    }

    /// <summary>Words of 32 bits drawn so far: with the seed, all there is to know of the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Moves forward, so that a copy of the stream elsewhere goes on where this one stands.</summary>
    /// <param name="position">Where to; at least <see cref="Position"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is behind the present one: numbers are not drawn twice.</exception>
    public void MoveTo(long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, Position);
        while (Position < position)
            NextBits();
    }

    /// <inheritdoc/>
    public double NextUniform()
    {
        var high = NextBits() >> 5;
        var low = NextBits() >> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    /// <inheritdoc/>
    public int NextBelow(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var drop = 31 - (int)uint.Log2((uint)n);
        uint value;
        do
        {
            value = NextBits() >> drop;
        }
        while (value >= n);
        return (int)value;
    }

    /// <inheritdoc/>
    public double NextExponential(double rate) => -Math.Log(1.0 - NextUniform()) / rate;

    /// <inheritdoc/>
    public double NextNormal(double mean, double standardDeviation) =>
        mean + KindermanMonahan.Sample(this) * standardDeviation;

    private void SeedByArray(ReadOnlySpan<uint> key)
    {
        _state[0] = 19650218;
        for (var i = 1; i < Size; i++)
            _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;

        var position = 1;
        for (int k = Math.Max(Size, key.Length), j = 0; k > 0; k--)
        {
            var mixed = (_state[position - 1] ^ (_state[position - 1] >> 30)) * 1664525;
            _state[position] = (_state[position] ^ mixed) + key[j] + (uint)j;
            position = Following(position);
            j = j + 1 == key.Length ? 0 : j + 1;
        }

        for (var k = Size - 1; k > 0; k--)
        {
            var mixed = (_state[position - 1] ^ (_state[position - 1] >> 30)) * 1566083941;
            _state[position] = (_state[position] ^ mixed) - (uint)position;
            position = Following(position);
        }

        _state[0] = 0x80000000;
    }

    private int Following(int position)
    {
        if (position + 1 < Size)
            return position + 1;
        _state[0] = _state[Size - 1];
        return 1;
    }

    private uint NextBits()
    {
        if (_next == Size)
            Twist();
        Position++;
        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7FFFFFFF);
            _state[i] = _state[(i + Shift) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DFu);
        }

        _next = 0;
    }
}

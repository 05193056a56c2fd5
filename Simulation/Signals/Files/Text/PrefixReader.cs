namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>A text whose beginning was read already: first the beginning, then the rest.</summary>
/// <param name="prefix">The beginning.</param>
/// <param name="rest">The rest; it stays open.</param>
internal sealed class PrefixReader(string prefix, TextReader rest) : TextReader
{
    private int _at;

    /// <inheritdoc/>
    public override int Peek() => _at < prefix.Length ? prefix[_at] : rest.Peek();

    /// <inheritdoc/>
    public override int Read() => _at < prefix.Length ? prefix[_at++] : rest.Read();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (_at == prefix.Length)
            return rest.Read(buffer);
        var length = Math.Min(buffer.Length, prefix.Length - _at);
        prefix.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}

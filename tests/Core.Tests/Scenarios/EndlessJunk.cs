namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>A file that begins well and never ends.</summary>
internal sealed class EndlessJunk(byte[] beginning) : Stream
{
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++, _read++)
            buffer[offset + i] = _read < beginning.Length ? beginning[_read] : "junk\n"u8[(_read - beginning.Length) % 5];
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

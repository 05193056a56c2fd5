using System.Text;

namespace ControlPlane.Client.Hosting;

/// <summary>Writes until nobody can read it any more, and then nothing: what still has to be ended must not fail because a terminal was closed.</summary>
/// <param name="writer">Writes.</param>
internal sealed class LastingWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // Its reader is gone.
        }
    }
}

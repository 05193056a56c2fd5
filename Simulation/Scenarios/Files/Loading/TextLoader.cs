using System.Text;

namespace ControlPlane.Simulation.Scenarios.Files.Loading;

/// <summary>Turns the bytes of a YAML file into text: UTF-8, of limited size, without control characters and tabs in the indentation.</summary>
internal static class TextLoader
{
    /// <summary>The largest YAML file in bytes; jobs by the million belong into trace files.</summary>
    public const int MaxBytes = 4 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="stream">The bytes.</param>
    /// <exception cref="ScenarioException">Too large or not UTF-8 text, or reading fails.</exception>
    public static string Read(string file, Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 14];
        try
        {
            while (bytes.Length <= MaxBytes && stream.Read(buffer) is var count and > 0)
                bytes.Write(buffer, 0, count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(file, 1, 0, $"cannot be read: {e.Message}", e);
        }

        return Decode(file, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Checks a text that did not come from bytes.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ScenarioException">Too large or with control characters.</exception>
    public static string Check(string file, string text)
    {
        if (text.Length > MaxBytes)
            throw TooLarge(file);
        var (line, column, isIndent) = (1, 0, true);
        foreach (var c in text)
        {
            column++;
            if (c == '\t' && isIndent)
                throw Problem(file, line, column, "a tab in the indentation; indent with spaces");
            isIndent &= c == ' ';
            if (c == '\n')
                (line, column, isIndent) = (line + 1, 0, true);
            else if (char.IsControl(c) && c is not ('\t' or '\r'))
                throw Problem(file, line, column, $"the character U+{(int)c:X4} is not allowed; the file must be UTF-8 text");
        }

        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    private static string Decode(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw TooLarge(file);
        try
        {
            return Check(file, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            throw Problem(file, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), "not UTF-8 text", e);
        }
    }

    private static ScenarioException TooLarge(string file) =>
        Problem(file, 1, 0, $"larger than {MaxBytes >> 20} MiB; long lists of jobs belong into a trace file");

    private static ScenarioException Problem(string file, int line, int column, string message, Exception? inner = null) =>
        new(new ScenarioProblem(file, line, column, "", message), inner);
}

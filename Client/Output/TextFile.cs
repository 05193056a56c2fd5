using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>Writes one file where the user says.</summary>
internal static class TextFile
{
    /// <summary>Writes a text.</summary>
    /// <param name="path">The file as the user wrote it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot write '{path}': {e.Message}");
        }
    }
}

using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>Replaces files so that a reader, also after a crash, finds the old or the new one: written beside it, flushed to the disk, renamed.</summary>
internal static class DurableFile
{
    /// <summary>Replaces a file.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="write">Writes what is in it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var draft = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{path}': {e.Message}");
        }
    }

    /// <summary>Replaces a file.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="bytes">What is in it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Replace(path, file => file.Write(copy));
    }
}

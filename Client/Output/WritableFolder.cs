using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>Whether a folder can be written, before anything is computed for it.</summary>
internal static class WritableFolder
{
    /// <summary>Checks it, or where it does not exist yet the nearest one above it, by a file that is there for a moment.</summary>
    /// <param name="path">The folder; empty for the present one.</param>
    /// <param name="option">The option that names it, for messages.</param>
    /// <exception cref="InputException">Nothing can be written there.</exception>
    public static void Check(string path, string option)
    {
        var folder = Path.GetFullPath(path.Length == 0 ? "." : path);
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
            folder = above;
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $".controlplane-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{option}: nothing can be written to '{folder}'");
        }
    }
}

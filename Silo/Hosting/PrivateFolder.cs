namespace ControlPlane.Silo.Hosting;

/// <summary>Folders that only the user of the program may look into, where the operating system knows such a thing.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder, and those above it that are missing. One that exists stays as it is.</summary>
    /// <param name="path">The folder.</param>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

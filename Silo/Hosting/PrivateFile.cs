namespace ControlPlane.Silo.Hosting;

/// <summary>Files that only the user of the program may read, where the operating system knows such a thing.</summary>
internal static class PrivateFile
{
    /// <summary>How to open a file that gets this right when it is made.</summary>
    /// <param name="mode">Whether it must be new.</param>
    public static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Makes an empty file.</summary>
    /// <param name="path">The file, which is not there yet.</param>
    public static void Create(string path) => new FileStream(path, Options(FileMode.CreateNew)).Dispose();
}

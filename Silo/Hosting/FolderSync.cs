using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ControlPlane.Silo.Hosting;

/// <summary>Makes the names in a folder durable: on Unix a file that was renamed may go back to its old name with the power otherwise.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Returns when the storage has the folder as it is now.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be opened or written.</exception>
    public static void Flush(string folder)
    {
        // NTFS journals renames itself.
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"the folder {Path.GetFileName(folder)} cannot be synced: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    // .NET opens no folders.
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}

using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ControlPlane.Host.Tests.Http;

/// <summary>What Linux sees of a folder: files that get a name in it by a move, and that it is opened itself, which .NET's own watcher does not tell.</summary>
internal sealed class FolderWatch : IDisposable
{
    private const int NonBlocking = 0x800;
    private const uint Opened = 0x20;
    private const uint MovedTo = 0x80;
    private const uint OfFolder = 0x4000_0000;
    private readonly SafeFileHandle _handle;

    public FolderWatch(string folder)
    {
        _handle = new SafeFileHandle(Begin(NonBlocking), ownsHandle: true);
        Assert.True(Add(_handle, folder, Opened | MovedTo) >= 0);
    }

    public IReadOnlyList<string> Seen()
    {
        var buffer = new byte[16_384];
        var length = (int)Read(_handle, buffer, buffer.Length);
        var seen = new List<string>();
        for (var at = 0; at < length;)
        {
            var mask = BitConverter.ToUInt32(buffer, at + 4);
            var nameLength = BitConverter.ToInt32(buffer, at + 12);
            var name = Encoding.UTF8.GetString(buffer, at + 16, nameLength).TrimEnd('\0');
            if ((mask & MovedTo) != 0)
                seen.Add($"named {name}");
            else if (mask == (Opened | OfFolder) && name.Length == 0)
                seen.Add("opened");
            at += 16 + nameLength;
        }

        return seen;
    }

    public void Dispose() => _handle.Dispose();

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "inotify_init1")]
    private static extern int Begin(int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "inotify_add_watch")]
    private static extern int Add(SafeFileHandle handle, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mask);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "read")]
    private static extern nint Read(SafeFileHandle handle, byte[] buffer, nint count);
}

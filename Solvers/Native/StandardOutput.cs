using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ControlPlane.Solvers.Native;

/// <summary>Takes standard output away from native code that logs to it, so that it can carry frames.</summary>
internal static partial class StandardOutput
{
    private const int Output = 1;
    private const int ByLine = 1;

    /// <summary>A stream to what was standard output; what native code writes there from now on comes back line by line.</summary>
    /// <param name="logged">Told each line, on a thread of its own.</param>
    public static Stream Take(Action<string> logged)
    {
        // On Windows libraries have a standard output of their own making; they are told to be silent.
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var copy = Dup(Output);
        var log = new AnonymousPipeServerStream(PipeDirection.In);
        if (copy < 0 || Dup2((int)log.ClientSafePipeHandle.DangerousGetHandle(), Output) < 0) throw new IOException("standard output could not be taken");
        BufferByLine();
        var reader = new Thread(() => Read(log, logged)) { IsBackground = true, Name = "log" };
        reader.Start();
        return new FileStream(new SafeFileHandle(copy, ownsHandle: true), FileAccess.Write, bufferSize: 0);
    }

    private static void Read(Stream log, Action<string> logged)
    {
        using var reader = new StreamReader(log);
        while (reader.ReadLine() is { } line) logged(line);
    }

    // C buffers what goes to a pipe in blocks, and lines would come late. Where its stream is not found they do.
    private static void BufferByLine()
    {
        if (NativeLibrary.TryLoad("libc.so.6", out var libc) && NativeLibrary.TryGetExport(libc, "stdout", out var stream))
            _ = SetBuffer(Marshal.ReadIntPtr(stream), 0, ByLine, 0);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Dup(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Dup2(int from, int to);

    [LibraryImport("libc", EntryPoint = "setvbuf")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetBuffer(nint stream, nint buffer, int mode, nuint size);
}

using System.Runtime.InteropServices;

namespace ControlPlane.Solvers.Native;

/// <summary>SIGINT, what Ctrl-C sends.</summary>
internal static partial class Interrupt
{
    private const int Sigint = 2;

    /// <summary>Sends it to a process; whether it could be sent.</summary>
    public static bool Send(int process) => !OperatingSystem.IsWindows() && Kill(process, Sigint) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ControlPlane.Solvers.Children;

/// <summary>A program with its arguments, to be started as a child.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record ChildCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>This assembly as a program, beside whatever program it is part of now.</summary>
    public static ChildCommand Self(params string[] arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "ControlPlane.Solvers.dll");
        return new ChildCommand(Dotnet(), ["exec", assembly, .. arguments]);
    }

    /// <summary>Starts it with all three streams as pipes.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public Process Start(string? folder = null)
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };

        // One thread each, whatever a library was built with.
        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }

    // The runtime that runs this process: .../shared/Microsoft.NETCore.App/10.0.x/ lies below the folder of dotnet.
    private static string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}

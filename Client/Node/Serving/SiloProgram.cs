using System.Diagnostics;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Serving;

/// <summary>The program <c>controlplane-silo</c>, which is a node.</summary>
/// <param name="path">Its path: the program itself or its assembly.</param>
internal sealed class SiloProgram(string path)
{
    private const string Variable = "CONTROLPLANE_SILO";
    private const string Name = "controlplane-silo";

    /// <summary>Finds it: what the variable names, beside the console, or where a build leaves it.</summary>
    /// <exception cref="InputException">It is nowhere; the message says how to build it.</exception>
    public static SiloProgram Find() => Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable(Variable));

    /// <summary>Finds it.</summary>
    /// <param name="console">Folder of the console.</param>
    /// <param name="given">What the variable says; null or empty if nothing.</param>
    public static SiloProgram Find(string console, string? given)
    {
        if (!string.IsNullOrEmpty(given))
            return File.Exists(given) ? new SiloProgram(given) : throw new InputException($"{Variable}: there is no file '{given}'");
        var folder = Path.TrimEndingDirectorySeparator(console);
        // Builds are in artifacts/bin/PROJECT/CONFIGURATION; installed programs share a folder.
        string[] folders = [folder, Path.Combine(folder, "..", "..", "Silo", Path.GetFileName(folder))];
        return folders.SelectMany(Candidates).FirstOrDefault(File.Exists) is { } found
            ? new SiloProgram(Path.GetFullPath(found))
            : throw new InputException($"{Name} is neither beside the console nor built: 'dotnet build Silo -c Release' builds it, {Variable} says where it is");
    }

    /// <summary>How to start it with redirected output.</summary>
    /// <param name="arguments">Its arguments.</param>
    public ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        string[] command = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [Environment.ProcessPath ?? "dotnet", path] : [path];
        // Ctrl-C reaches all programs of a terminal at once. The agents have to stop before the node does, so that the node lets it pass.
        string[] whole = OperatingSystem.IsWindows() ? command : ["/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"", .. command];
        return new ProcessStartInfo(whole[0], [.. whole[1..], .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    // A console that the dotnet host runs has shown that the host is there: the program's own may look for it elsewhere.
    private static IEnumerable<string> Candidates(string folder)
    {
        var assembly = Path.Combine(folder, $"{Name}.dll");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Name}.exe" : Name);
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [assembly] : [program];
    }
}

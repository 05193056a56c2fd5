using System.Runtime.InteropServices;

namespace ControlPlane.Solvers.Native;

/// <summary>Loads the library of an engine.</summary>
internal static class NativeEngines
{
    public const string Cbc = "cbc";
    public const string Highs = "highs";

    /// <summary>The first library that loads and has what is needed; null where none does.</summary>
    /// <param name="engine"><see cref="Cbc"/> or <see cref="Highs"/>.</param>
    /// <param name="libraries">Paths, or names that the loader looks for.</param>
    /// <param name="location">Where the library was found.</param>
    public static INativeEngine? Load(string engine, IEnumerable<string> libraries, out string location)
    {
        foreach (var library in libraries)
        {
            if (!NativeLibrary.TryLoad(library, out var handle)) continue;
            location = Location(library);
            try
            {
                return engine == Cbc ? new CbcEngine(handle) : new HighsEngine(handle);
            }
            catch (EntryPointNotFoundException)
            {
                // Another library of that name.
            }
        }

        location = "";
        return null;
    }

    // The loader searched: what it mapped is where it found it.
    private static string Location(string library)
    {
        const string maps = "/proc/self/maps";
        if (Path.IsPathRooted(library) || !File.Exists(maps)) return library;
        var line = File.ReadLines(maps).FirstOrDefault(l => Path.GetFileName(l).StartsWith(Path.GetFileName(library), StringComparison.Ordinal));
        return line is null ? library : line[line.IndexOf('/', StringComparison.Ordinal)..];
    }
}

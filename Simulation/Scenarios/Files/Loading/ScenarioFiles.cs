namespace ControlPlane.Simulation.Scenarios.Files.Loading;

/// <summary>Names and opens the files that scenarios refer to, relative to the file that names them.</summary>
/// <param name="open">Opens a file by its path; null when there is none.</param>
internal sealed class ScenarioFiles(Func<string, Stream?> open)
{
    /// <summary>The folder in which files of signals are; null where each is beside the file that names it.</summary>
    public string? SignalFolder { get; init; }

    /// <summary>The folder of scenarios that come with the program; null where none may be included by its name alone.</summary>
    public string? ShippedFolder { get; init; }

    /// <summary>The file to include: the one beside the file that names it, or where there is none the shipped one of that name.</summary>
    /// <param name="written">The path as written.</param>
    /// <param name="resolved">The path beside the file that names it.</param>
    public string Included(string written, string resolved)
    {
        if (ShippedFolder is null || written.Contains('/') || File.Exists(resolved))
            return resolved;
        var shipped = Path.Combine(ShippedFolder, written);
        return File.Exists(shipped) ? shipped : resolved;
    }

    /// <summary>
    /// The path of a file that another names. Only relative paths with '/' and one of the given endings are allowed: an absolute path
    /// works on one machine only, and the endings keep a scenario from reading devices or other people's files.
    /// </summary>
    /// <param name="from">The file that names it.</param>
    /// <param name="path">The path as written.</param>
    /// <param name="endings">Allowed endings.</param>
    /// <param name="resolved">The path to open.</param>
    /// <returns>Null if it is allowed, else what is wrong.</returns>
    public static string? Resolve(string from, string path, IReadOnlyList<string> endings, out string resolved)
    {
        resolved = "";
        if (path.Length is 0 or > 1000 || path.Any(char.IsControl))
            return $"must be a file name, not {Shown.Quote(path)}";
        if (path.StartsWith('/') || path.StartsWith('~') || path.Contains(':') || path.Contains('\\'))
            return $"must be a path relative to this file, with '/' between folders (no absolute path, drive or address), not {Shown.Quote(path)}";
        if (!endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            return $"must end with {string.Join(" or ", endings)}, not {Shown.Quote(path)}";
        var slash = from.LastIndexOfAny(['/', '\\']);
        resolved = Tidy(slash < 0 ? path : from[..(slash + 1)] + path);
        return null;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">A resolved path.</param>
    /// <param name="problem">What hinders it; null if nothing does.</param>
    public Stream? Open(string path, out string? problem)
    {
        try
        {
            var stream = open(path);
            problem = stream is null ? $"there is no file {Shown.QuoteWhole(path)}" : null;
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"the file {Shown.QuoteWhole(path)} cannot be opened: {e.Message}";
            return null;
        }
    }

    /// <summary>Opens a file of the disk; null when there is none.</summary>
    /// <param name="path">Its path.</param>
    public static Stream? OpenOnDisk(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    // Takes out '.' and 'folder/..', so that a file has one name however it is reached.
    private static string Tidy(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part != "." || parts.Count == 0)
                parts.Add(part);
        }

        return string.Join('/', parts.Count > 1 && parts[0] == "." ? parts[1..] : parts);
    }
}

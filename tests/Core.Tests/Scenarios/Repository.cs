namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>Where the files of the repository and the shared data beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory, f => File.Exists(Path.Combine(f, "ControlPlane.sln")))
        ?? throw new InvalidOperationException("The tests do not run inside the repository.");

    /// <summary>The folder of real data beside the repository (or beside one of its parents); null when there is none.</summary>
    public static string? SharedData { get; } =
        Up(Root, f => Directory.Exists(Path.Combine(f, "..", "shared", "data"))) is { } beside ? Path.GetFullPath(Path.Combine(beside, "..", "shared", "data")) : null;

    public static string Scenario(string name) => Path.Combine(Root, "scenarios", name + ".yaml");

    private static string? Up(string folder, Func<string, bool> isIt)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (isIt(at.FullName))
                return at.FullName;
        }

        return null;
    }
}

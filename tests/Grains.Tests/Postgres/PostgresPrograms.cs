namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>The programs of PostgreSQL on this machine, on the PATH or where Debian puts them.</summary>
internal static class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder that holds initdb and postgres; null where there is none.</summary>
    public static string? Folder { get; } = Folders().FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));

    /// <summary>The user to run as: PostgreSQL refuses root. Null where the tests run as somebody else.</summary>
    public static string? User { get; } = Environment.UserName == "root" ? "postgres" : null;

    /// <summary>Why tests with a database cannot run here; null where they can.</summary>
    public static string? Missing { get; } = (OperatingSystem.IsWindows(), Folder, User) switch
    {
        (true, _, _) => "PostgreSQL is reached through a Unix socket, which this test server does not do on Windows.",
        (_, null, _) => "There is no initdb and postgres on the PATH or in /usr/lib/postgresql/*/bin.",
        (_, _, not null) when !UserExists() => "The tests run as root, which PostgreSQL refuses, and there is no user postgres with setpriv to become it.",
        _ => null,
    };

    private static IEnumerable<string> Folders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [];
        return path.Concat(debian);
    }

    private static bool UserExists() =>
        File.Exists("/usr/bin/setpriv") && File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal));
}

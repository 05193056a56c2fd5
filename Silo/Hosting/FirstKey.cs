using ControlPlane.Silo.Http;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Hosting;

/// <summary>Says how to make the first key of a host that no administrator can reach yet.</summary>
internal static class FirstKey
{
    /// <summary>The line, with the command to copy.</summary>
    /// <param name="settings">The settings of the API.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static string? Hint(ApiSettings settings)
    {
        if (settings.KeysFile is not { } file || new KeyRing(file, TimeProvider.System, TimeSpan.Zero).HasAdmin)
            return null;
        return $"no administrator has a valid key, and requests are answered with 401: make one with: controlplane-silo keys add --keys {Quoted(Path.GetFullPath(file))} --name admin --role admin";
    }

    private static string Quoted(string path) => path.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '-' or '_' or '\\' or ':'))
        ? $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'"
        : path;
}

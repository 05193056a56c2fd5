using System.Text.Json;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>The file with the keys: JSON that people can read, replaced as a whole, for the host's user only.</summary>
internal static class KeyFile
{
    private const int Format = 3;
    private static readonly JsonSerializerOptions Options = new(ApiJson.Options) { WriteIndented = true };

    /// <summary>Reads it.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Nothing when there is no file.</returns>
    /// <exception cref="InputException">It cannot be read; the message names the file without its folder.</exception>
    public static IReadOnlyList<ApiKey> Read(string path)
    {
        try
        {
            if (!File.Exists(path))
                return [];
            RequirePrivate(path);
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options);
            if (content is { Format: Format, Keys: { } keys } && keys.All(IsWhole))
                return keys;
            throw Unreadable(path, $"it is not of format {Format}, or a key lacks a field");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e is JsonException ? "it is not the JSON of keys" : e.GetType().Name);
        }
    }

    /// <summary>Replaces it: a reader sees the old or the new one, also after a crash, and the new one for good once this has returned.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="keys">The keys.</param>
    public static void Write(string path, IReadOnlyList<ApiKey> keys)
    {
        var next = $"{path}.next";
        File.Delete(next);
        using (var file = new FileStream(next, PrivateFile.Options(FileMode.CreateNew)))
        {
            JsonSerializer.Serialize(file, new Content(Format, keys), Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        // Without it a power cut may bring the old file back, and with it a key that somebody was told has ended.
        FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    // The file holds hashes, from which nobody finds a key; but whoever may write it makes keys of his own.
    private static void RequirePrivate(string path)
    {
        const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            throw Unreadable(path, "other users may read or change it: chmod 600");
    }

    private static bool IsWhole(ApiKey? key) =>
        key is { Id: not null, Name: not null, LastFour: not null, Hash.Length: 64 } && key.Hash.All(char.IsAsciiHexDigit) && key.Lasts is not { Ticks: <= 0 } && KeyScope.Complain(key.Role, key.Site, key.Tenant) is null;

    private static InputException Unreadable(string path, string why) => new($"the file with keys, {Path.GetFileName(path)}, cannot be read: {why}");

    private sealed record Content(int Format, IReadOnlyList<ApiKey>? Keys);
}

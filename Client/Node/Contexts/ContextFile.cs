using System.Text.Json;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Contexts;

/// <summary>The file with the user's contexts: for the user alone, because it has keys, and replaced as a whole.</summary>
/// <param name="path">Its path.</param>
internal sealed class ContextFile(string path)
{
    private const int Format = 1;
    private static readonly JsonSerializerOptions Options = new(NodeJson.Strict) { WriteIndented = true };

    /// <summary>Where it is: in the user's folder for configuration, <c>~/.config</c> or XDG_CONFIG_HOME.</summary>
    public static string UsualPath =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "controlplane", "contexts.json");

    /// <summary>Reads it.</summary>
    /// <returns>None when there is no file.</returns>
    /// <exception cref="InputException">It cannot be used.</exception>
    public NodeContexts Read()
    {
        try
        {
            if (!File.Exists(path))
                return NodeContexts.None;
            RequirePrivate();
            return JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options) is { Format: Format, Contexts: { } contexts } content
                && contexts.All(c => c is { Name: not null, Node.IsAbsoluteUri: true })
                ? new NodeContexts(content.Current, contexts)
                : throw new InputException($"{path} is not of format {Format}, or a context lacks its name or node");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path} is not the JSON of contexts: line {e.LineNumber + 1}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Replaces it: a reader sees the old or the new one, also after a crash.</summary>
    /// <param name="contexts">The contexts.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void Write(NodeContexts contexts)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            // A name of its own: two consoles may write at once.
            var next = $"{path}.{Environment.ProcessId}.next";
            File.Delete(next);
            using (var file = new FileStream(next, Fresh()))
            {
                JsonSerializer.Serialize(file, new Content(Format, contexts.Current, contexts.All), Options);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be written: {e.Message}");
        }
    }

    private void RequirePrivate()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != UnixFileMode.None)
            throw new InputException($"{path} has keys and is open to others: 'chmod 600' it");
    }

    private static FileStreamOptions Fresh()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private sealed record Content(int Format, string? Current, IReadOnlyList<NodeContext>? Contexts);
}

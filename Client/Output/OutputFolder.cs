using System.Text;
using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Output;

/// <summary>The folder of <c>--out</c>. Checked before anything runs, made when the first file is written.</summary>
internal sealed class OutputFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _path;
    private readonly List<string> _files = [];

    /// <summary>Checks that the folder can be used.</summary>
    /// <param name="path">Its path as the user wrote it.</param>
    /// <exception cref="InputException">It is a file, or nothing can be written there.</exception>
    public OutputFolder(string path)
    {
        if (path.Length == 0 || File.Exists(path))
            throw new InputException($"--out must be a folder, not {(path.Length == 0 ? "empty" : $"the file '{path}'")}");
        WritableFolder.Check(path, "--out");
        _path = path;
    }

    /// <summary>Its path as the user wrote it.</summary>
    public string Path => _path;

    /// <summary>The files written.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Writes a table.</summary>
    /// <param name="name">File name.</param>
    /// <param name="table">The table.</param>
    public void Write(string name, Table table) => Write(name, writer => CsvText.Write(table, writer));

    /// <summary>Writes a JSON document.</summary>
    /// <param name="name">File name.</param>
    /// <param name="document">The document.</param>
    public void Write(string name, JsonNode document) => Write(name, writer => writer.WriteLine(JsonText.Of(document)));

    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="name">File name.</param>
    /// <param name="write">Writes its text.</param>
    public void Write(string name, Action<TextWriter> write)
    {
        var target = System.IO.Path.Combine(_path, name);
        var draft = target + ".part";
        try
        {
            Directory.CreateDirectory(_path);
            using (var writer = new StreamWriter(draft, append: false, Utf8) { NewLine = "\n" })
                write(writer);
            File.Move(draft, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{target}': {e.Message}");
        }

        _files.Add(name);
    }
}

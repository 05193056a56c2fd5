using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>
/// Reads the plain part of YAML into nodes: mappings, lists and values. Anchors, aliases, tags, directives and several documents in one
/// file are refused: they hide what a scenario says. Depth and number of values are limited before the parser can run out of stack.
/// </summary>
internal sealed class YamlTreeReader
{
    /// <summary>The deepest nesting.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most values in a file.</summary>
    public const int MaxValues = 500_000;

    private const string Empty = "the file is empty; a scenario needs at least a horizon, gpus, sites, ingresses and a wan";

    private readonly string _file;
    private readonly IParser _parser;
    private int _values;
    private Mark _last = new(0, 1, 1);

    private YamlTreeReader(string file, string text)
    {
        _file = file;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">Its name for messages.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The root mapping.</returns>
    /// <exception cref="ScenarioException">The text is not such YAML.</exception>
    public static YamlMapping Read(string file, string text)
    {
        var reader = new YamlTreeReader(file, text);
        reader.Next();
        reader.Next();
        if (reader.Event is not DocumentStart document)
            throw reader.Problem(Empty, 1, 1);
        // The parser lists the two standard handles in every file.
        if (document.Version is not null || document.Tags?.Any(t => t.Handle is not ("!" or "!!")) == true)
            throw reader.Problem("directives (lines that begin with %) are not allowed");
        reader.Next();
        var root = reader.Node(0);
        if (root is not YamlMapping mapping)
        {
            throw root is YamlScalar { IsNull: true }
                ? reader.Problem(Empty, 1, 1)
                : reader.Problem($"must be a mapping (key: value), not {root.Described}", root.Line, root.Column);
        }

        if (reader.Event is DocumentStart)
            throw reader.Problem("a second document begins here; a file holds one scenario");
        return mapping;
    }

    private ParsingEvent? Event => _parser.Current;

    private void Next()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw Problem($"not valid YAML: {Sentence(e.Message)}", e.Start.Line, e.Start.Column, e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException or ArithmeticException)
        {
            // The parser trips over some mistakes, such as an open bracket before a key, instead of reporting them.
            throw Problem("not valid YAML after this; is a bracket or a quotation mark not closed?", _last.Line, _last.Column, e);
        }

        // The end of the document is reported after the tree is complete: anything but a new document ends the reading.
        if (Event is DocumentEnd)
            Next();
        else if (Event is not null)
            _last = Event.Start;
    }

    private YamlNode Node(int depth)
    {
        if (Event is AnchorAlias)
            throw Problem("aliases (*name) are not allowed; write the value again or use site-defaults and include");
        if (Event is not NodeEvent node)
            throw Problem("a value is missing here");
        RefuseExtras(node);
        if (++_values > MaxValues)
            throw Problem($"more than {MaxValues} values; long lists of jobs belong into a trace file");
        if (depth >= MaxDepth)
            throw Problem($"nested deeper than {MaxDepth} levels");
        YamlNode result = node switch
        {
            Scalar scalar => new YamlScalar(_file, Line(node), Column(node), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => Sequence(depth),
            _ => Mapping(depth),
        };
        Next();
        return result;
    }

    private YamlSequence Sequence(int depth)
    {
        var result = new YamlSequence(_file, Line(Event!), Column(Event!));
        Next();
        while (Event is not SequenceEnd)
            result.Add(Node(depth + 1));
        return result;
    }

    private YamlMapping Mapping(int depth)
    {
        var result = new YamlMapping(_file, Line(Event!), Column(Event!));
        Next();
        while (Event is not MappingEnd)
        {
            if (Event is not Scalar)
                throw Problem("a key must be a plain text");
            var key = (YamlScalar)Node(depth + 1);
            var value = Node(depth + 1);
            if (result.Add(key, value) is not { } first)
                continue;
            var path = YamlNode.Join(result.Path, key.Text.Length == 0 ? "''" : Shown.Quote(key.Text).Trim('\''));
            throw new ScenarioException(new ScenarioProblem(_file, key.Line, key.Column, path, $"the key is already on line {first.Line}"));
        }

        return result;
    }

    private void RefuseExtras(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            throw Problem("anchors (&name) are not allowed; write the value again or use site-defaults and include");
        if (!node.Tag.IsEmpty)
            throw Problem("tags (!name) are not allowed");
    }

    private ScenarioException Problem(string message) => Problem(message, _last.Line, _last.Column);

    private ScenarioException Problem(string message, long line, long column, Exception? inner = null) =>
        new(new ScenarioProblem(_file, (int)Math.Max(1, line), (int)Math.Max(1, column), "", message), inner);

    private static int Line(ParsingEvent e) => (int)e.Start.Line;

    private static int Column(ParsingEvent e) => (int)e.Start.Column;

    private static string Sentence(string message)
    {
        var line = string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 160 ? line : line[..160] + "…";
    }
}

using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>Damages text files in the ways in which people, editors and disks do.</summary>
internal sealed class Mutator(IRandomStream random)
{
    private static readonly string[] Values =
    [
        "NaN", ".nan", "-1", "0", "1e999", "-1e999", "1e-320", "Infinity", ".inf", "9223372036854775808", "99999", "1.5", "", "~", "null", "true", "0x10", "1_000", "٣",
        "[", "]", "{", "}", "[[", "{a: {b: [1]}}", "&a", "*a", "!!int 3", "!x", "<<", "---", "...", "%YAML 1.2", "- -", "? ", ": ", "#", "|", ">", "\"", "'", "@", "`",
        "\"\\U00110000\"", "\"\\uD800\"", "\"\\x", "7 d", "7 W", "12 parsec", "1 k units", new string('9', 400), new string('x', 3000), "all", "none", "\u2028", "\uFEFF", "é",
        "\U0001F600", "\uD800", "\u0000", "\t",
    ];

    private static readonly string[] Deep = ["[", "{a: ", "- ", "? ", "\n - ", "'"];

    /// <summary>A damaged copy: one to four mutations, more often few, so that deep checks are reached too.</summary>
    public string Mutate(string text)
    {
        for (var left = 1 + random.NextBelow(1 + random.NextBelow(4)); left > 0; left--)
            text = Once(text);
        return text;
    }

    private string Once(string text) => text.Length == 0 ? Pick(Values) : random.NextBelow(12) switch
    {
        0 => Flip(text),
        1 => Lines(text, (lines, i) => lines.RemoveAt(i)),
        2 => Lines(text, (lines, i) => lines.Insert(i, lines[i])),
        3 => Lines(text, (lines, i) => (lines[i], lines[0]) = (lines[0], lines[i])),
        4 => Lines(text, (lines, i) => lines[i] = Pick(["\t", " ", "   ", "- "]) + lines[i]),
        5 => ReplaceRun(text, char.IsAsciiDigit, Pick(Values)),
        6 => ReplaceRun(text, c => !char.IsWhiteSpace(c) && c is not (',' or ':' or '{' or '}' or '[' or ']'), Pick(Values)),
        7 => Typo(text),
        8 => text[..random.NextBelow(text.Length)],
        9 => text.Insert(random.NextBelow(text.Length), Pick(Values)),
        10 => text.Insert(random.NextBelow(text.Length), string.Concat(Enumerable.Repeat(Pick(Deep), 10 + random.NextBelow(500)))),
        _ => Lines(text, (lines, i) => lines[i] = lines[random.NextBelow(lines.Count)]),
    };

    private string Flip(string text)
    {
        var chars = text.ToCharArray();
        for (var left = 1 + random.NextBelow(3); left > 0; left--)
            chars[random.NextBelow(chars.Length)] ^= (char)(1 << random.NextBelow(8));
        return new string(chars);
    }

    private string Lines(string text, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, random.NextBelow(lines.Count));
        return string.Join('\n', lines);
    }

    private string Typo(string text)
    {
        var at = random.NextBelow(text.Length);
        return random.NextBelow(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, ((char)('a' + random.NextBelow(26))).ToString()),
            _ => text[..at] + (char)(' ' + random.NextBelow(95)) + text[(at + 1)..],
        };
    }

    // Replaces the run of such characters that begins at or after a random place.
    private string ReplaceRun(string text, Func<char, bool> belongs, string replacement)
    {
        var from = random.NextBelow(text.Length);
        while (from < text.Length && !belongs(text[from]))
            from++;
        var to = from;
        while (to < text.Length && belongs(text[to]))
            to++;
        return text[..from] + replacement + text[to..];
    }

    private string Pick(string[] choices) => choices[random.NextBelow(choices.Length)];
}

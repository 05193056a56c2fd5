using System.Text;

namespace ControlPlane.Host.Tests.Http;

/// <summary>Damages text as accidents and adversaries do.</summary>
internal static class Mutation
{
    private static readonly string[] Nasty =
    [
        "null", "true", "-1", "0", "1e999", "-1e-400", "99999999999999999999", "NaN", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[[[[[[[[[[[[[[[[[[[", "\"a\":1,", ",",
        "\"\u00e9\ud83d\ude00\"", "\"2031-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"../../etc\"", "'", "//", "\\", "\"draining\":", "\"id\":\"a\"", "\u2028", "\ufeff",
    ];

    /// <summary>Damages it once or a few times.</summary>
    public static string Of(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0; times--)
            Once(mutated, random);
        return mutated.ToString();
    }

    private static void Once(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 8), text.Length - at);
        switch (random.Next(7))
        {
            case 0 when text.Length > 0:
                text.Length = at;
                break;
            case 1:
                text.Remove(at, length);
                break;
            case 2:
                text.Insert(at, text.ToString(at, length));
                break;
            case 3:
                text.Insert(at, (char)random.Next(1, 0x500));
                break;
            case 4 when length > 0:
                text[at] = (char)(text[at] ^ (1 << random.Next(7)));
                break;
            case 5:
                ReplaceToken(text, random);
                break;
            default:
                text.Insert(at, Nasty[random.Next(Nasty.Length)]);
                break;
        }
    }

    // Between a colon and what ends a value: the damage is then well-formed more often, and gets deeper.
    private static void ReplaceToken(StringBuilder text, Random random)
    {
        var all = text.ToString();
        var colons = Enumerable.Range(0, all.Length).Where(i => all[i] is ':' or '=').ToArray();
        if (colons.Length == 0)
            return;
        var start = colons[random.Next(colons.Length)] + 1;
        var end = all.IndexOfAny([',', '}', ']', '&'], start);
        text.Remove(start, (end < 0 ? all.Length : end) - start).Insert(start, Nasty[random.Next(Nasty.Length)]);
    }
}

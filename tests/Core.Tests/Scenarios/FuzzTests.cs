using System.Diagnostics;
using System.Text;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Scenarios;
using Xunit.Abstractions;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>R10: whatever bytes a parser is given, it accepts them or refuses them with file and line; it never throws anything else and never hangs.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Spices =
    [
        "NaN", "-1", "1e999", "-0", ".inf", "999999999999999999999999", "0x10", "1_000", "\t", "\0", "\uFEFF", "é", "𝄞", "&a", "*a", "!!str", "---\n", "...\n",
        "%YAML 9\n", "|\n", ">\n", "? ", "- ", ": ", "[", "]", "{", "}", "\"", "'", "#", ",", "\r", "\n", "  ", "null", "~", "true", "{}", "[]", "include: [x.yaml]\n",
    ];

    [Fact]
    public void Scenario_parser_survives_mutated_scenarios()
    {
        var seeds = Directory.GetFiles(Path.Combine(Repository.Root, "scenarios"), "*.yaml").Select(File.ReadAllText).Append(Yaml.Small).ToArray();
        Fuzz("scenario", seeds, text => ScenarioReader.Parse(text, "fuzz.yaml", Beside));
    }

    [Fact]
    public void Trace_parser_survives_mutated_traces()
    {
        var scenario = Yaml.Small + "traces: [{ file: fuzz.csv }]\n";
        var lines = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i * 1.5},gate,{i * 100}\n"));
        string[] seeds = ["t_s,ingress,size_units\n" + lines, "jid,t_s,ingress,size_units,dc\n1,1,gate,5,north\n2,2,gate,7,\"south\"\n"];
        Fuzz("trace", seeds, text => ScenarioReader.Parse(scenario, "fuzz.yaml", _ => new MemoryStream(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Trace_parser_survives_any_bytes()
    {
        var scenario = Yaml.Small + "traces: [{ file: fuzz.csv.gz }]\n";
        var random = new RandomStream(3, "bytes");
        var count = TestScale.Pick(500, 20_000);
        for (var i = 0; i < count; i++)
        {
            var bytes = new byte[random.NextBelow(200)];
            for (var k = 0; k < bytes.Length; k++)
                bytes[k] = (byte)random.NextBelow(256);
            Survive($"bytes {i}", () => ScenarioReader.Parse(scenario, "fuzz.yaml", _ => new MemoryStream(bytes)));
        }
    }

    // Includes of mutated scenarios find the paper fleet, so that more than their own text is bound.
    private static FileStream? Beside(string name)
    {
        var path = Path.Combine(Repository.Root, "scenarios", name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private void Fuzz(string what, string[] seeds, Action<string> parse)
    {
        var count = TestScale.Pick(3_000, 100_000);
        var random = new RandomStream(20_26, what);
        var accepted = 0;
        for (var i = 0; i < count; i++)
        {
            var text = Mutate(seeds[random.NextBelow(seeds.Length)], random);
            if (Survive($"{what} {i}", () => parse(text)))
                accepted++;
        }

        output.WriteLine($"{count} mutated inputs, {accepted} accepted, {count - accepted} refused with file and line.");
        Assert.InRange(accepted, 1, count - 1);
    }

    private static bool Survive(string which, Action parse)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            parse();
            return true;
        }
        catch (ScenarioException refusal)
        {
            Assert.All(refusal.Problems, p => Assert.True(p.File.Length > 0 && p.Line > 0 && p.Message.Length > 0, $"{which}: {p}"));
            return false;
        }
        finally
        {
            // A hang guard, as R10 asks for; a thousand times what a parse takes.
            Assert.True(watch.Elapsed.TotalSeconds < 5, $"{which} took {watch.Elapsed.TotalSeconds:F1} s");
        }
    }

    private static string Mutate(string seed, RandomStream random)
    {
        var text = new StringBuilder(seed);
        for (var times = 1 + random.NextBelow(4); times > 0 && text.Length > 0; times--)
            MutateOnce(text, random);
        return text.ToString();
    }

    private static void MutateOnce(StringBuilder text, RandomStream random)
    {
        var at = random.NextBelow(text.Length);
        var length = Math.Min(text.Length - at, 1 + random.NextBelow(20));
        switch (random.NextBelow(8))
        {
            case 0:
                text[at] = (char)random.NextBelow(256);
                break;
            case 1:
                text.Remove(at, length);
                break;
            case 2:
                text.Insert(at, text.ToString(at, length));
                break;
            case 3:
                text.Insert(at, Spices[random.NextBelow(Spices.Length)]);
                break;
            case 4:
                ReplaceNumber(text, at, Spices[random.NextBelow(8)]);
                break;
            case 5:
                RemoveLine(text, at);
                break;
            case 6:
                text.Length = at;
                break;
            default:
                text.Insert(at, new string("[{- "[random.NextBelow(4)], 1 + random.NextBelow(200)));
                break;
        }
    }

    private static void ReplaceNumber(StringBuilder text, int at, string with)
    {
        while (at < text.Length && !char.IsAsciiDigit(text[at]))
            at++;
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        text.Remove(at, end - at).Insert(at, with);
    }

    private static void RemoveLine(StringBuilder text, int at)
    {
        var all = text.ToString();
        var start = all.LastIndexOf('\n', at) + 1;
        var end = all.IndexOf('\n', at);
        text.Remove(start, (end < 0 ? all.Length : end + 1) - start);
    }
}

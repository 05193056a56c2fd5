using System.Text;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>R10: files from outside, broken in every way, are read or refused with file, line and field, and nothing else happens.</summary>
public sealed class HostileFileTests
{
    private static readonly SignalReadOptions Options = new() { UsdPerAud = 0.65, UtcOffset = TimeSpan.FromHours(-7) };
    private static readonly string[] Tokens =
    [
        "", ",", "\"", "\n", "\r\n", "\t", "\0", "-", "NaN", "1e999", "-1e308", "9999-12-31 23:59:59", "0001-01-01 00:00:00", "2023-02-30", "é", "\uFFFD", "\ud83d\ude00",
        "{", "]", "null", "true", "1970-01-01T00:00", "99999999999999999999", "LOCATION,", "Datetime (UTC)", "+14:00", "24", "\\ud800", "\u0085", ",,,,,,,,,,,,,,,,,,,,,,,,,",
    ];

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Golden.Folder).Order())
            data.Add(Path.GetFileName(file));
        data.Add("year.epw");
        data.Add("days.epw");
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Mutated_files_are_read_or_refused(string name)
    {
        // A year of weather is long, so it is mutated less often; a few days of it, which are always refused in the end, as often as the others.
        var isYear = name == "year.epw";
        var original = Original(name);
        var random = new RandomStream(7, name);
        var refused = 0;
        var count = isYear ? TestScale.Pick(20, 2_000) : TestScale.Pick(1_000, 100_000);
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutated(original, random);
            try
            {
                var file = SignalReader.Read(new MemoryStream(bytes), name, Options);
                Assert.All(file.Series, s => Assert.True(s.Values.Length > 0));
            }
            catch (ScenarioException e)
            {
                refused++;
                Assert.All(e.Problems, p => Assert.True(p.File == name && p.Line >= 1 && p.Message.Length is > 0 and < 20_000, e.Message));
            }
        }

        Assert.InRange(refused, 1, count);
    }

    [Fact]
    public void Compressed_nonsense_is_refused()
    {
        var random = new RandomStream(8, "gzip");
        for (var i = 0; i < TestScale.Pick(500, 20_000); i++)
        {
            var bytes = new byte[random.NextBelow(200)];
            for (var k = 0; k < bytes.Length; k++)
                bytes[k] = (byte)random.NextBelow(256);
            if (bytes.Length > 2 && i % 2 == 0)
                (bytes[0], bytes[1], bytes[2]) = (0x1f, 0x8b, 8);
            Assert.Throws<ScenarioException>(() => SignalReader.Read(new MemoryStream(bytes), "x.csv.gz", Options));
        }
    }

    private static byte[] Original(string name)
    {
        if (!name.EndsWith(".epw", StringComparison.Ordinal))
            return File.ReadAllBytes(Path.Combine(Golden.Folder, name));
        var year = EpwText.Make(h => (h % 30, h % 24 > 8 ? 300 : 0, 4));
        return Encoding.UTF8.GetBytes(name == "year.epw" ? year : string.Join('\n', year.Split('\n').Take(60)));
    }

    private static byte[] Mutated(byte[] original, RandomStream random)
    {
        var bytes = new List<byte>(original);
        for (var changes = 1 + random.NextBelow(4); changes > 0; changes--)
        {
            var at = random.NextBelow(bytes.Count + 1);
            var length = Math.Min(random.NextBelow(random.NextBelow(8) == 0 ? 400 : 12), bytes.Count - at);
            switch (random.NextBelow(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.NextBelow(Tokens.Length)]));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)random.NextBelow(256);
                    break;
                case 3:
                    bytes.InsertRange(random.NextBelow(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.RemoveRange(at, random.NextBelow(20) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }

        return [.. bytes];
    }
}

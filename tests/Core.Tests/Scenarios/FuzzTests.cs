using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Scenarios;
using Xunit.Abstractions;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>
/// Damaged files: nothing but a <see cref="ScenarioException"/> with file and line comes out, and never after more than a second. With
/// CONTROLPLANE_TEST_SCALE=long each parser gets 100,000 files.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly int Count = TestScale.Pick(2_000, 100_000, "inputs of each parser");

    // A damaged day that can be read loads the files it names.
    private static readonly int DayCount = TestScale.Pick(600, 100_000, "days of generation");

    [Fact]
    public void Damaged_scenarios_give_nothing_but_messages_with_file_and_line()
    {
        var random = new RandomStream(2026, "fuzz/scenario");
        var mutator = new Mutator(random);
        string[] names = [.. new ScenarioCatalog(Path.Combine(Repository.Root, "scenarios")).Names];
        string[] texts = [.. names.Select(n => File.ReadAllText(Repository.Scenario(n))), Yaml.Small, Everything];
        Run("scenario", i =>
        {
            var damaged = mutator.Mutate(texts[i % texts.Length]);
            return () => ScenarioReader.Parse(damaged, "damaged.yaml", OpenShipped);
        });
    }

    [Fact]
    public void Damaged_days_of_generation_give_nothing_but_messages_with_file_and_line()
    {
        var random = new RandomStream(2026, "fuzz/generation");
        var mutator = new Mutator(random);
        string[] texts = [.. new ScenarioCatalog(Path.Combine(Repository.Root, "scenarios")).GenerationNames.Select(n => File.ReadAllText(Repository.Scenario(n)))];
        Run("day of generation", i =>
        {
            var damaged = mutator.Mutate(texts[i % texts.Length]);
            return () => GenerationReader.Parse(damaged, "damaged.yaml", OpenShipped);
        }, DayCount);
    }

    [Fact]
    public void Damaged_bytes_of_included_files_give_nothing_but_messages_with_file_and_line()
    {
        var random = new RandomStream(2026, "fuzz/include");
        var mutator = new Mutator(random);
        Run("included scenario", _ =>
        {
            var bytes = Lenient.GetBytes(mutator.Mutate(Everything));
            if (bytes.Length > 0 && random.NextBelow(2) == 0)
                bytes[random.NextBelow(bytes.Length)] = (byte)random.NextBelow(256);
            return () => ScenarioReader.Parse("include: [damaged.yaml]\n", "top.yaml", path => path == "damaged.yaml" ? new MemoryStream(bytes) : OpenShipped(path));
        });
    }

    [Fact]
    public void Damaged_traces_give_nothing_but_messages_with_file_and_line()
    {
        var random = new RandomStream(2026, "fuzz/trace");
        var mutator = new Mutator(random);
        var trace = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "data", "small-trace.csv"))[..1_500];
        trace = trace[..(trace.LastIndexOf('\n') + 1)];
        Run("trace", i =>
        {
            var bytes = i % 4 == 0 ? Zip(trace) : Lenient.GetBytes(mutator.Mutate(trace));
            for (var left = random.NextBelow(3); left > 0 && bytes.Length > 0; left--)
                bytes[random.NextBelow(bytes.Length)] = (byte)random.NextBelow(256);
            if (i % 8 == 0)
                bytes = bytes[..random.NextBelow(bytes.Length)];
            var text = Traced.Replace("damaged.csv", i % 4 == 0 ? "damaged.csv.gz" : "damaged.csv", StringComparison.Ordinal);
            return () => ScenarioReader.Parse(text, "top.yaml", _ => new MemoryStream(bytes));
        });
    }

    [Fact]
    public void The_files_can_be_read_before_they_are_damaged() =>
        Assert.Single(ScenarioReader.Parse(Everything, "whole.yaml", OpenShipped).Trace);

    // On a busy machine anything may take a second once; what hangs takes it every time.
    private static bool IsQuickAgain(Func<object> read)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var watch = Stopwatch.StartNew();
            _ = Record.Exception(() => { read(); });
            if (watch.Elapsed < Patience)
                return true;
        }

        return false;
    }

    private void Run(string what, Func<int, Func<object>> make) => Run(what, make, Count);

    private void Run(string what, Func<int, Func<object>> make, int count)
    {
        var (refused, slowest) = (0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var read = make(i);
            var watch = Stopwatch.StartNew();
            var thrown = Record.Exception(() => { read(); });
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            refused += thrown is null ? 0 : 1;
            Assert.True(watch.Elapsed < Patience || IsQuickAgain(make(i)), $"Input {i} took {watch.Elapsed}.");
            if (thrown is not null)
                CheckMessage(i, thrown);
        }

        output.WriteLine($"{count} damaged inputs of the {what} parser: {refused} refused, slowest {slowest.TotalMilliseconds:0} ms.");
        // Some damage does no harm, such as a letter in a comment: were all inputs refused, the reader would be too.
        Assert.InRange(refused, count / 2, count - 1);
    }

    private static void CheckMessage(int input, Exception thrown)
    {
        var e = thrown as ScenarioException;
        Assert.True(e is not null, $"Input {input}: {thrown}");
        Assert.InRange(e.Problems.Count, 1, 10);
        foreach (var problem in e.Problems)
        {
            Assert.True(problem.Line >= 1 && problem.File.Length > 0 && problem.Message.Length is > 0 and < 1_500, $"Input {input}: {problem}");
            Assert.StartsWith($"{problem.File}:{problem.Line}", problem.ToString(), StringComparison.Ordinal);
        }
    }

    private static Stream? OpenShipped(string path)
    {
        if (path == "gate.csv")
            return new MemoryStream("t_s,ingress,size_units\n1,gate,1\n"u8.ToArray());
        var file = Path.Combine(Repository.Root, "scenarios", path);
        return path.Contains("..", StringComparison.Ordinal) || !File.Exists(file) ? null : File.OpenRead(file);
    }

    private static byte[] Zip(string text)
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static string Traced => Yaml.Small.Replace("name: gate", "name: chicago\n  - name: paris\n  - name: lagos", StringComparison.Ordinal) + "traces: [{ file: damaged.csv }]\n";

    private static string Everything => Yaml.Small + """
        title: Everything that a file can say
        description: |
          In several lines,
          with a block.
        seed: 7
        random: published
        load: 1.5
        sample-every: 10 min
        status-every: 30 s
        site-defaults: { max-gpus-per-job: 4, checkpoint-every: 10 min, queue-limit: 100, default-clock: 0.75 }
        ingress-defaults: { forbidden-sites: [south] }
        events:
          - { at: 2 h, lose-site: north, for: 4 h }
          - { at: 3 h, recover-site: north }
          - { at: 1 h, fail-gpus: south, count: 2, for: 12 h }
          - { at: 1 h, preempt: south, count: 5 }
          - { at: 4 h, cancel-job: 1234 }
          - { at: 5 h, set-load: 1.4, for: 1 h }
        gpu-failures: [{ site: all, mean-time-between-failures: 30 d, mean-time-to-repair: 4 h }]
        policies: [dp, { name: least-loaded, gpus: 2 }]
        traces: [{ file: gate.csv }]
        """;
}

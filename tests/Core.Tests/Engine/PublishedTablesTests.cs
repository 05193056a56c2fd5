using System.Globalization;
using System.IO.Compression;
using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>Tables II and III of CHSAC-AF, and the rows that explain them, at the published seed.</summary>
public sealed class PublishedTablesTests
{
    [Theory]
    [InlineData("dp", 60_595, "11.7996", "5152 9996 15166 20271 25672 30957 36083", 11.98)]
    [InlineData("ucb1", 63_111, "11.6974", "4802 9401 14224 19007 24055 28868 33572", 11.90)]
    [InlineData("jointnf", 67_396, "10.3445", "4114 8059 12228 16382 20712 24889 28908", 10.38)]
    public void Baseline_gives_the_published_row_to_every_printed_digit(
        string policy, int completed, string joulesPerUnit, string queueByDay, double joulesPerTrueUnit)
    {
        var run = Run(policy);
        Assert.Equal(96_748, run.Jobs.Submitted);
        Assert.Equal(completed, run.Jobs.Completed);
        Assert.Equal(joulesPerUnit, run.PublishedJoulesPerUnit.ToString("F4", CultureInfo.InvariantCulture));
        Assert.Equal(queueByDay, string.Join(' ', run.QueueByDay));
        Assert.Equal(joulesPerTrueUnit, run.JoulesPerUnit, 2);
    }

    [Theory]
    [InlineData("dp", 686, 1289, 1725, 65.05)]
    [InlineData("ucb1", 602, 1153, 1563, 67.34)]
    [InlineData("jointnf", 3588, 6946, 9438, 62.83)]
    public void Baseline_gives_the_measured_service_times_and_power(string policy, double meanS, double p95S, double p99S, double meanKw)
    {
        var run = Run(policy);
        Assert.Equal(meanS, run.ServiceS.Mean, 0);
        Assert.InRange(run.ServiceS.Quantile(0.95), p95S * 0.995, p95S * 1.005);
        Assert.InRange(run.ServiceS.Quantile(0.99), p99S * 0.995, p99S * 1.005);
        Assert.Equal(meanKw, run.MeanPowerW / 1000, 2);
    }

    [Theory]
    [InlineData("masked-uniform", 96_393, 9.788, 9.878, 1527)]
    [InlineData("masked-n1", 96_080, 9.205, 9.232, 3667)]
    public void Masked_random_choice_gives_the_row_of_the_published_agent(
        string policy, int completed, double joulesPerUnit, double joulesPerTrueUnit, double meanServiceS)
    {
        var run = Run(policy);
        Assert.Equal(96_627, run.Jobs.Submitted);
        Assert.InRange(run.Jobs.Completed, completed * 0.995, completed * 1.005);
        Assert.InRange(run.PublishedJoulesPerUnit, joulesPerUnit * 0.995, joulesPerUnit * 1.005);
        Assert.InRange(run.JoulesPerUnit, joulesPerTrueUnit * 0.995, joulesPerTrueUnit * 1.005);
        Assert.InRange(run.ServiceS.Mean, meanServiceS * 0.995, meanServiceS * 1.005);
        Assert.All(run.QueueByDay, queue => Assert.Equal(0, queue));
        // The published agent itself: 96 399 jobs at 9.77 J/unit.
        if (policy == "masked-uniform")
        {
            Assert.InRange(run.Jobs.Completed, 96_399 * 0.995, 96_399 * 1.005);
            Assert.InRange(run.PublishedJoulesPerUnit, 9.77 * 0.98, 9.77 * 1.02);
        }
    }

    [PublishedTraceTheory]
    [InlineData("dp", "published_arrivals_seed123_baselines.csv.gz")]
    [InlineData("masked-uniform", "published_arrivals_seed123_chsac.csv.gz")]
    public void Random_stream_draws_the_published_arrivals_bit_for_bit(string policy, string file)
    {
        var arrivals = new ArrivalSink();
        Simulator.Run(PaperFleet.Published, new PolicySpec(policy), 123, new RunOptions { Sink = arrivals });
        var published = Read(Path.Combine(PublishedTraceTheoryAttribute.Folder, file));
        Assert.Equal(published.Count, arrivals.Lines.Count);
        for (var i = 0; i < published.Count; i++)
        {
            var fleet = PaperFleet.Published.Fleet;
            var (timeS, ingress, sizeUnits, site) = arrivals.Lines[i];
            Assert.Equal(published[i].TimeS, timeS);
            Assert.Equal(published[i].Ingress, fleet.Ingresses[ingress]);
            Assert.Equal(published[i].SizeUnits, sizeUnits, 9);
            if (published[i].Site is { } routed)
                Assert.Equal(routed, fleet.Sites[site].Name);
        }
    }

    private static RunResult Run(string policy) => Simulator.Run(PaperFleet.Published, new PolicySpec(policy), 123);

    private static List<(double TimeS, string Ingress, double SizeUnits, string? Site)> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        var rows = new List<(double, string, double, string?)>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            rows.Add((double.Parse(cells[1]), cells[2], double.Parse(cells[3]), cells.Length > 4 ? cells[4] : null));
        }

        return rows;
    }

    private sealed class ArrivalSink : IEventSink
    {
        public List<(double TimeS, int Ingress, double SizeUnits, int Site)> Lines { get; } = [];

        public void Record(in FleetEvent entry)
        {
            if (entry.Kind == FleetEventKind.Submitted)
                Lines.Add((entry.TimeS, entry.Ingress, entry.Value, -1));
            if (entry.Kind == FleetEventKind.Sent)
                Lines[^1] = Lines[^1] with { Site = entry.Site };
        }
    }
}

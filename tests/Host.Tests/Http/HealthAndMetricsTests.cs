using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Http;

public sealed partial class HealthAndMetricsTests
{
    [Fact]
    public async Task A_host_that_cannot_write_lives_but_is_not_ready()
    {
        await using var host = await ApiHost.Start();
        using var nobody = host.ClientWith(secret: null);
        Assert.Equal((200, """{"status":"ready"}"""), await Health(nobody, "ready"));
        host.Plane.Failure = new ControlException(ControlProblem.Unavailable, "the disk is full");
        Assert.Equal((503, """{"status":"not ready","reason":"GET /v1/host says why"}"""), await Health(nobody, "ready"));
        Assert.Equal((200, """{"status":"live"}"""), await Health(nobody, "live"));
    }

    [Fact]
    public async Task A_host_that_cannot_be_asked_is_not_ready_and_strangers_do_not_learn_what_failed()
    {
        await using var host = await ApiHost.Start();
        using var nobody = host.ClientWith(secret: null);
        foreach (var failure in new Exception[] { new InvalidOperationException("secret"), new IOException("secret"), new OperationCanceledException("secret") })
        {
            host.Plane.Failure = failure;
            Assert.Equal((503, """{"status":"not ready","reason":"asking the host failed: its log says why"}"""), await Health(nobody, "ready"));
            Assert.Equal((200, """{"status":"live"}"""), await Health(nobody, "live"));
        }
    }

    [Fact]
    public async Task The_host_and_its_ledger_are_shown()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""");
        Assert.Equal(
            """{"submitted":1,"held":1,"queued":0,"running":0,"completed":0,"cancelled":0,"failed":0,"energyKwh":1.5"""
            + ""","sites":[{"site":"east","queued":0,"running":0,"completed":0,"energyKwh":1.5}],"closes":true}""",
            (await host.Get("/v1/ledger")).Body);
        Assert.Equal(
            """{"name":"fake","carrier":"embedded","isReady":true,"detail":"","startedAt":"2031-05-06T07:08:09+00:00","ingresses":["gate"],"live":1,"capacity":200000}""",
            (await host.Get("/v1/host")).Body);
    }

    [Fact]
    public async Task Metrics_of_every_kind_are_in_the_text_format_with_their_units()
    {
        await using var host = await ApiHost.Start();
        using var meter = new Meter("ControlPlane.Test");
        using var other = new Meter("Elsewhere.Test");
        meter.CreateCounter<long>("test.jobs", "{job}", "Jobs").Add(2, new KeyValuePair<string, object?>("why", "say \"no\"\n"));
        meter.CreateUpDownCounter<int>("test.open").Add(3);
        meter.CreateGauge<double>("test.power", "W").Record(12.5);
        meter.CreateObservableCounter("test.energy", () => 7.5, "J");
        var histogram = meter.CreateHistogram("test.wait", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] });
        histogram.Record(0.5);
        histogram.Record(5);
        other.CreateCounter<long>("elsewhere").Add(1);
        await host.Get("/metrics");
        var text = (await host.Get("/metrics")).Body;
        Assert.Contains("# TYPE test_jobs_total counter\ntest_jobs_total{why=\"say \\\"no\\\"\\n\"} 2\n", text);
        Assert.Contains("# TYPE test_open gauge\ntest_open 3\n", text);
        Assert.Contains("test_power_watts 12.5\n", text);
        Assert.Contains("test_energy_joules_total 7.5\n", text);
        Assert.Contains("test_wait_seconds_bucket{le=\"1\"} 1\ntest_wait_seconds_bucket{le=\"2\"} 1\ntest_wait_seconds_bucket{le=\"+Inf\"} 2\ntest_wait_seconds_sum 5.5\n", text);
        Assert.Contains("controlplane_http_requests_total{method=\"GET\",route=\"/metrics\",status=\"200\"} 1\n", text);
        Assert.DoesNotContain("elsewhere", text);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task A_label_with_too_many_values_is_counted_and_not_shown()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { SeriesPerInstrument = 3 } });
        using var meter = new Meter("ControlPlane.Wide");
        var counter = meter.CreateCounter<long>("wide");
        for (var i = 0; i < 10; i++)
            counter.Add(1, new KeyValuePair<string, object?>("i", i));
        var text = (await host.Get("/metrics")).Body;
        Assert.Equal(3, Regex.Count(text, "^wide_total", RegexOptions.Multiline, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("controlplane_metrics_left_out 0\n", text);
    }

    [GeneratedRegex("""^(# (HELP|TYPE) .+|[a-zA-Z_][a-zA-Z0-9_]*(\{.*\})? ([-+0-9.eE]+|NaN|[-+]Inf))$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    private static async Task<(int, string)> Health(HttpClient client, string what)
    {
        var reply = await ApiHost.Send(client, HttpMethod.Get, $"/health/{what}", body: null);
        return (reply.Status, reply.Body);
    }
}

using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Decisions;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>Jobs sent and not yet covered by a report, against a plain list of their times.</summary>
public sealed class SentJobsTests
{
    [Fact]
    public void While_the_site_reports_now_and_then_the_count_is_exact()
    {
        var random = new RandomStream(3, "sent");
        var (sent, times) = (new SentJobs(), new List<double>());
        var nowS = 0.0;
        for (var step = 0; step < 20_000; step++)
        {
            nowS += random.NextBelow(3);
            if (random.NextBelow(200) == 0)
            {
                var reportedS = nowS - random.NextBelow(100);
                Assert.Equal(times.RemoveAll(t => t < reportedS), sent.TakeCovered(reportedS));
            }

            sent.Add(nowS);
            times.Add(nowS);
        }
    }

    [Fact]
    public void After_a_long_silence_a_job_may_count_for_longer_but_none_is_forgotten()
    {
        var sent = new SentJobs();
        const int Jobs = 100_000;
        for (var i = 0; i < Jobs; i++)
            sent.Add(i);
        var covered = sent.TakeCovered(Jobs / 2);
        Assert.InRange(covered, 0.99 * Jobs / 2, Jobs / 2);
        Assert.Equal(Jobs, covered + sent.TakeCovered(Jobs));
    }

    [Fact]
    public void A_decision_from_the_past_counts_as_the_latest()
    {
        var sent = new SentJobs();
        sent.Add(10);
        sent.Add(5);
        Assert.Equal(0, sent.TakeCovered(10));
        Assert.Equal(2, sent.TakeCovered(10.1));
    }
}

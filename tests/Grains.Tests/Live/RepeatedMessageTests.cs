using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>R2: every message between submitters, ingresses and data centres arrives one to three times, in any order; each job has the effect of one.</summary>
public sealed class RepeatedMessageTests
{
    [Fact]
    public async Task Messages_that_come_several_times_and_late_have_the_effect_of_one()
    {
        for (var seed = 1; seed <= TestScale.Pick(1, 10); seed++)
        {
            var calls = new RepeatedCalls(seed);
            var cluster = new LiveCluster(
                silo => silo.AddMemoryGrainStorage("controlplane").AddOutgoingGrainCallFilter(calls), client => client.AddOutgoingGrainCallFilter(calls));
            await cluster.InitializeAsync();
            var region = await cluster.Open("least-loaded", speed: 500);
            var submitter = new Submitter(region);
            await submitter.SubmitMany(seed, TestScale.Pick(300, 2_000), withdrawnShare: 0.1);
            await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Interrupted);
            Assert.True(calls.Delivered > 1.5 * calls.Sent, $"{calls.Delivered} deliveries of {calls.Sent} messages: too few copies");
            await cluster.DisposeAsync();
        }
    }
}

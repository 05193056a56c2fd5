using ControlPlane.Grains.Tests.Faults;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>R4: the storage of ingresses and data centres fails before and after writes, reports conflicts, stalls and writes late. No acknowledged job is lost, none counts twice.</summary>
public sealed class StorageFaultTests
{
    [Fact]
    public async Task Acknowledged_jobs_complete_once_over_a_storage_with_faults_of_every_kind()
    {
        for (var seed = 1; seed <= TestScale.Pick(1, 10); seed++)
        {
            var faults = new StorageFaults(seed);
            var cluster = new LiveCluster(silo => Disturbed(silo, faults), _ => { });
            await cluster.InitializeAsync();
            var region = await cluster.Open("least-loaded", speed: 500);
            var submitter = new Submitter(region);
            Disturb(faults);
            await submitter.SubmitMany(seed, TestScale.Pick(400, 2_000), withdrawnShare: 0.05);
            await Insistence.Until(() => region.Live(), live => live < 50);
            Assert.True(faults.Happened > 20, $"the storage was too well-behaved: {faults.Happened} faults");
            faults.Calm();
            await faults.DeliverLate();
            await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Interrupted);
            await cluster.DisposeAsync();
        }
    }

    private static void Disturbed(ISiloBuilder silo, StorageFaults faults)
    {
        silo.AddMemoryGrainStorage("memory");
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            "controlplane", (services, _) => new FaultyStorage(services.GetRequiredKeyedService<IGrainStorage>("memory"), faults));
    }

    private static void Disturb(StorageFaults faults)
    {
        foreach (var fault in Enum.GetValues<StorageFault>().Except([StorageFault.None]))
            faults.Share(fault, 0.04);
        faults.ReadShare = 0.002;
        faults.StallShare = 0.1;
    }
}

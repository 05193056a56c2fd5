using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Contract.Tests;

/// <summary>
/// What every host answers, whatever carries it: the same tests run against the embedded node and against a cluster. What a host answers later than at once, because messages travel
/// inside it, is waited for.
/// </summary>
public abstract partial class PlaneContract
{
    private const string Operator = "operator";

    /// <summary>Two sites of two GPUs, a GPU a job.</summary>
    protected static FleetModel Fleet { get; } = Core.Tests.TestFleets.Model(
        Core.Tests.TestFleets.Site("east", 2, maxGpusPerJob: 1), Core.Tests.TestFleets.Site("west", 2, maxGpusPerJob: 1));

    /// <summary>Opens a host of its own for a test, with the fleet and the policy least-loaded.</summary>
    /// <param name="agentLeaseS">How long agents may be silent, seconds.</param>
    /// <param name="capacity">The most jobs of an ingress.</param>
    protected abstract Task<IControlPlane> Open(double agentLeaseS = 600, int capacity = 1_000);

    private static JobSubmission Job(string id, double units = 1_000) => new() { Id = id, SizeUnits = units };

    private static async Task<SubmitResult> Submit(IControlPlane plane, JobSubmission job) => Assert.Single(await plane.Submit([job]));

    private static Task<JobView?> State(IControlPlane plane, string id, JobState state) => Patience.Until(() => plane.FindJob(id), j => j?.State == state);

    private static async Task<LedgerView> Closed(IControlPlane plane)
    {
        var ledger = await plane.Ledger();
        Assert.True(ledger.Closes, ledger.ToString());
        return ledger;
    }
}

using ControlPlane.Client.Hosting;
using ControlPlane.Client.Regions;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>Which jobs a play submits, where and when. Ingresses and sites of the scenario and of the region are the same by name.</summary>
internal sealed class PlayPlan
{
    private readonly PlayRequest _request;
    private readonly double _speed;
    private readonly int[] _ingresses;
    private readonly SiteSetRecord?[] _constraints;

    /// <summary>Makes the plan.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="fleet">The region.</param>
    /// <param name="time">Numbers the jobs when the request does not.</param>
    /// <exception cref="InputException">The region lacks an ingress or a site of the scenario.</exception>
    public PlayPlan(PlayRequest request, RegionFleet fleet, TimeProvider time)
    {
        _request = request;
        _speed = request.Speed ?? fleet.Terms.Speed;
        _ingresses = [.. request.Scenario.Fleet.Ingresses.Select(fleet.FindIngress)];
        _constraints = [.. Enumerable.Range(0, _ingresses.Length).Select(i => Constraint(request.Scenario, i, fleet))];
        // Below 2^53 for another two centuries: whole numbers in every reader of JSON.
        FirstId = request.FirstId ?? (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>Number of the first job; the others follow.</summary>
    public long FirstId { get; }

    /// <summary>The jobs in order of time.</summary>
    public IEnumerable<PlayedJob> Jobs()
    {
        var count = 0L;
        foreach (var job in ScenarioArrivals.Of(_request.Scenario, _request.Seed))
        {
            if (count == (_request.Jobs ?? long.MaxValue))
                yield break;
            var dueS = _request.RatePerS is { } rate ? count / rate : job.TimeS / _speed;
            yield return new PlayedJob(dueS, _ingresses[job.Ingress], new JobRequest(FirstId + count, job.SizeUnits, _constraints[job.Ingress]));
            count++;
        }
    }

    private static SiteSetRecord? Constraint(Scenario scenario, int ingress, RegionFleet fleet) =>
        scenario.Workloads[ingress].Constraint is { } set
            ? new SiteSetRecord(fleet.Sites.Count, [.. set.Members.Select(s => fleet.FindSite(scenario.Fleet.Sites[s].Name)).Order()])
            : null;
}

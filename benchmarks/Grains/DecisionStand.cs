using System.Diagnostics;
using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>A live region of a given width whose sites report while callers ask its workers, one job a decision.</summary>
internal sealed class DecisionStand
{
    private const int Ingresses = 8;
    private const double SizeUnits = 400;
    private readonly FleetRecord _fleet;
    private readonly IPolicyGrain _worker;
    private readonly IFleetBoardGrain _board;
    private long _job;

    private DecisionStand(IGrainFactory grains, string region, FleetRecord fleet)
    {
        _fleet = fleet;
        _worker = grains.GetGrain<IPolicyGrain>(region);
        _board = grains.GetGrain<IFleetBoardGrain>(region);
    }

    /// <summary>Configures the region.</summary>
    /// <param name="grains">Reaches the cluster.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="sites">Number of sites.</param>
    public static async Task<DecisionStand> Configure(IGrainFactory grains, string policy, int sites)
    {
        var fleet = WideFleet.Model(sites, Ingresses).ToWire();
        var region = $"{policy}-{sites}";
        var setup = new RegionSetup(fleet, new PolicySpec(policy).ToWire(), 1, SizeUnits, 16);
        await grains.GetGrain<ICoordinatorGrain>(region).Configure(setup);
        return new DecisionStand(grains, region, fleet);
    }

    /// <summary>One round: as many decisions as asked for, in equal parts by the callers, while the sites report.</summary>
    /// <param name="log">Receives the latencies.</param>
    /// <param name="decisions">Number of decisions.</param>
    public async Task Run(LatencyLog log, int decisions)
    {
        await using var sites = new ReportingSites(_board, _fleet);
        var started = Stopwatch.GetTimestamp();
        var ticks = await Task.WhenAll(Enumerable.Range(0, log.Callers).Select(_ => Task.Run(() => Ask(log, decisions / log.Callers))));
        log.Add(ticks.SelectMany(t => t), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<long[]> Ask(LatencyLog log, int decisions)
    {
        var ticks = new long[decisions];
        for (var i = 0; i < decisions; i++)
        {
            var id = Interlocked.Increment(ref _job);
            var nowS = ReportingSites.NowS;
            var request = new DecisionRequest([new JobRecord(id, (int)(id % Ingresses), SizeUnits, nowS, null)], nowS);
            var started = Stopwatch.GetTimestamp();
            var reply = await _worker.Decide(request);
            ticks[i] = Stopwatch.GetTimestamp() - started;
            log.Note(reply);
        }

        return ticks;
    }
}

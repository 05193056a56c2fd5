using System.Diagnostics;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>Sites of a region that report to its board all the time, every site several times a second, with load that comes and goes.</summary>
internal sealed class ReportingSites : IAsyncDisposable
{
    private const double EveryS = 0.2;
    private const int TickMs = 10;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _reporting;

    /// <summary>Starts them.</summary>
    /// <param name="board">Where they report.</param>
    /// <param name="fleet">The fleet.</param>
    public ReportingSites(IFleetBoardGrain board, FleetRecord fleet) => _reporting = Task.Run(() => Report(board, fleet));

    /// <summary>Present time of all regions, s.</summary>
    public static double NowS => Stopwatch.GetElapsedTime(0).TotalSeconds;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reporting;
        _end.Dispose();
    }

    private async Task Report(IFleetBoardGrain board, FleetRecord fleet)
    {
        var random = new RandomStream(1, "reports");
        var startedS = NowS;
        for (var sent = 0L; !_end.IsCancellationRequested;)
        {
            for (var due = (long)((NowS - startedS) / EveryS * fleet.Sites.Length); sent < due; sent++)
                await board.Report(Status((int)(sent % fleet.Sites.Length), fleet, random));
            await Task.Delay(TickMs, CancellationToken.None);
        }
    }

    private static SiteStatusRecord Status(int site, FleetRecord fleet, RandomStream random)
    {
        var gpus = fleet.Sites[site].GpuCount;
        var free = random.NextBelow(gpus + 1);
        return new SiteStatusRecord(site, gpus, free, (gpus - free) / 4, random.NextBelow(20), Accepting: true, IsUp: true, IsDraining: false, 1000, NowS);
    }
}

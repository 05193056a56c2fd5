using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Engine;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>
/// The hold model of priority-queue studies (Jones, CACM 29(4), 1986): take the earliest of n pending events and schedule a new one an
/// exponential time later.
/// </summary>
internal sealed class HoldModel
{
    private const int Gaps = 1 << 16;
    private readonly EventQueue _queue = new();
    private readonly double[] _gapsS = new double[Gaps];
    private int _next;

    public HoldModel(int pending)
    {
        var random = new RandomStream(7, "hold");
        for (var i = 0; i < Gaps; i++)
            _gapsS[i] = random.NextExponential(1);
        for (var i = 0; i < pending; i++)
            _queue.Push(random.NextExponential(1), LoopEventKind.Finish, i);
    }

    /// <summary>Serves events.</summary>
    /// <param name="events">How many.</param>
    /// <returns>Time of the last one.</returns>
    public double Serve(int events)
    {
        var nowS = 0.0;
        for (var i = 0; i < events; i++)
        {
            _queue.TryPop(out var entry);
            nowS = entry.TimeS;
            _queue.Push(nowS + _gapsS[_next++ & (Gaps - 1)], LoopEventKind.Finish, entry.A);
        }

        return nowS;
    }
}

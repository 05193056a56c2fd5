using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Engine;

/// <summary>
/// The jobs that a scenario brings up to its horizon, without a simulation: those that <see cref="Simulator"/> submits under the same seed, as long as nothing
/// else draws from the one stream of the published order.
/// </summary>
public sealed class ScenarioArrivals
{
    private readonly Scenario _scenario;
    private readonly Workload _workload;
    private readonly double[] _nextS;
    private readonly Queue<ScenarioEvent> _steps;
    private readonly Queue<TraceJob> _trace;

    private ScenarioArrivals(Scenario scenario, long seed)
    {
        _scenario = scenario;
        _workload = new Workload(scenario, seed);
        _nextS = new double[scenario.Fleet.Ingresses.Count];
        _steps = new Queue<ScenarioEvent>(scenario.Events.Where(e => e.Kind == ScenarioEventKind.SetLoad));
        _trace = new Queue<TraceJob>(scenario.Trace);
    }

    private double NextStepS => _steps.TryPeek(out var step) ? step.AtS : double.PositiveInfinity;

    private double NextTraceS => _trace.TryPeek(out var job) ? job.TimeS : double.PositiveInfinity;

    /// <summary>The jobs in order of time.</summary>
    /// <param name="scenario">The scenario; only its workloads, traces and load steps matter.</param>
    /// <param name="seed">Seed of the random streams.</param>
    public static IEnumerable<TraceJob> Of(Scenario scenario, long seed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new ScenarioArrivals(scenario, seed).All();
    }

    private IEnumerable<TraceJob> All()
    {
        Redraw(0);
        while (true)
        {
            var arrivalS = _nextS.Min();
            var nowS = Math.Min(arrivalS, Math.Min(NextTraceS, NextStepS));
            if (nowS > _scenario.HorizonS)
                yield break;
            if (nowS == NextStepS)
            {
                _workload.Load = _steps.Dequeue().Factor;
                Redraw(nowS);
            }
            else if (nowS == NextTraceS)
            {
                yield return _trace.Dequeue();
            }
            else
            {
                yield return Arrive(Array.IndexOf(_nextS, arrivalS), nowS);
            }
        }
    }

    private TraceJob Arrive(int ingress, double nowS)
    {
        var job = new TraceJob(nowS, ingress, _workload.NextSizeUnits(ingress));
        _nextS[ingress] = _workload.NextArrivalS(ingress, nowS);
        return job;
    }

    private void Redraw(double nowS)
    {
        for (var ingress = 0; ingress < _nextS.Length; ingress++)
            _nextS[ingress] = _workload.NextArrivalS(ingress, nowS);
    }
}

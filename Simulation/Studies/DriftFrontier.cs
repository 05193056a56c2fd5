using ControlPlane.Fleet.Hardware;
using ControlPlane.Planning.Frontier;
using ControlPlane.Simulation.Engine.Drift;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Studies;

/// <summary>
/// The frontier of a run whose sites drift: the least mean over time of the LP with the true coefficients, where one mean service time over the whole run may be shared out among its parts as is best. Load and GPUs are
/// the run's averages in every part; the truth is that of the part's middle. Solved by its dual: each part's LP pays the same price for service time, and the price that gives the most is the bound. A policy would have to
/// know the truth of every moment to come, to spend its service time as well. It is a bound in the mean: of few jobs by chance more may come while sites are at their best.
/// </summary>
internal sealed class DriftFrontier
{
    private const int Parts = 20;
    private const int CurvePrices = 25;
    private const int Refinements = 24;
    // Prices of a second per unit, W: from next to nothing to more than any GPU job draws.
    private const double LeastW = 0.1;
    private const double MostW = 1e5;

    private readonly FrontierSolver _solver = new();
    private readonly FrontierProblem[] _parts;
    private readonly double _meanSizeUnits;

    /// <summary>Takes the truth of a run.</summary>
    /// <param name="problem">Its averages, with the tables as the operator has them.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="run">The run.</param>
    public DriftFrontier(FrontierProblem problem, Scenario scenario, RunResult run)
    {
        _meanSizeUnits = problem.MeanSizeUnits;
        var truth = new DriftTruth(scenario, run.Seed);
        _parts = [.. Enumerable.Range(0, Parts).Select(part => At((part + 0.5) * run.EndS / Parts))];

        FrontierProblem At(double nowS) => problem with { Sites = [.. problem.Sites.Select((site, i) => Scaled(site, truth.At(i, nowS), 0))] };
    }

    /// <summary>Least J per unit at a mean service time; NaN where the load cannot be carried in it.</summary>
    /// <param name="serviceS">Mean service time, s.</param>
    public double JoulesPerUnit(double serviceS)
    {
        // The dual is concave in the price, hence has one maximum in its logarithm: golden section.
        var (low, high) = (Math.Log(LeastW), Math.Log(MostW));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
        var (atLeft, atRight) = (Dual(left, serviceS), Dual(right, serviceS));
        for (var k = 0; k < Refinements; k++)
        {
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - ratio * (high - low);
                atLeft = Dual(left, serviceS);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + ratio * (high - low);
                atRight = Dual(right, serviceS);
            }
        }

        // At the highest price there is no end to it: not even the fastest is fast enough.
        return right > Math.Log(MostW) - 0.1 ? double.NaN : Math.Max(Math.Max(atLeft, atRight), Dual(Math.Log(LeastW), serviceS));
    }

    /// <summary>The frontier from its fast to its thrifty end: mean service time, s, and J per unit.</summary>
    public IReadOnlyList<(double ServiceS, double Joules)> Curve()
    {
        var prices = Enumerable.Range(0, CurvePrices).Select(k => MostW * Math.Pow(LeastW / MostW, k / (CurvePrices - 1.0)));
        return [.. prices.Select(At).Where(p => !double.IsNaN(p.Joules))];
    }

    private double Dual(double logarithm, double serviceS)
    {
        var priceW = Math.Exp(logarithm);
        var (ownServiceS, joules) = At(priceW);
        return joules + priceW * (ownServiceS - serviceS) / _meanSizeUnits;
    }

    private (double ServiceS, double Joules) At(double priceW)
    {
        var (serviceS, joules) = (0.0, 0.0);
        foreach (var part in _parts)
        {
            var point = _solver.Solve(part with { Sites = [.. part.Sites.Select(site => Scaled(site, TableFactors.None, priceW))] }, null);
            serviceS += point.MeanServiceTimeS / Parts;
            joules += (point.EnergyPerUnitJ - priceW * point.MeanServiceTimeS / _meanSizeUnits) / Parts;
        }

        return (serviceS, joules);
    }

    // A second of service time costs like as many watts more.
    private static FrontierSite Scaled(FrontierSite site, TableFactors factors, double priceW) => site with
    {
        Points = [.. site.Points.Select(p => p with { PowerW = p.PowerW * factors.Power + priceW, SecondsPerUnit = p.SecondsPerUnit * factors.Time })],
    };
}

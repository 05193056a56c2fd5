using ControlPlane.Fleet.Hardware;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Policies.Fluid;

/// <summary>A solution of the frontier LP as the router follows it: options with their shares of the work, and the prices.</summary>
internal sealed class FluidPlan
{
    public FluidPlan(FrontierPoint point, double loadUnitsPerS, double meanSizeUnits, double budgetS)
    {
        Point = point;
        LoadUnitsPerS = loadUnitsPerS;
        MeanSizeUnits = meanSizeUnits;
        BudgetS = budgetS;
        Options = [.. point.WorkRates.Select(rate => new FluidOption(
            rate.Site, new Allocation(rate.OperatingPoint.Gpus, rate.OperatingPoint.ClockLevel), rate.UnitsPerS / loadUnitsPerS))];
    }

    public FrontierPoint Point { get; }

    public double LoadUnitsPerS { get; }

    public double MeanSizeUnits { get; }

    public double BudgetS { get; }

    public IReadOnlyList<FluidOption> Options { get; }
}

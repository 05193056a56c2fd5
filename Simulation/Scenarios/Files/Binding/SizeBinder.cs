using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes size distributions.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SizeBinder(Problems problems)
{
    // Below the median by this many standard deviations the floor cuts off one job in 30,000: the mean holds.
    private const double FloorDeviations = 4;

    /// <summary>Makes a distribution.</summary>
    /// <param name="sizes">Its variety and values.</param>
    public SizeDistribution Bind(Variant sizes)
    {
        var s = sizes.Section;
        return sizes.Word switch
        {
            SizeFields.LogNormal => LogNormal(s),
            SizeFields.Pareto => Pareto(s),
            SizeFields.Exponential => new ExponentialSize(s.Get(SizeFields.Mean)),
            SizeFields.Uniform => Uniform(s),
            _ => new UniformSize(s.Get(SizeFields.Size), s.Get(SizeFields.Size)),
        };
    }

    private LogNormalSize LogNormal(Section s)
    {
        var (median, sigma, floor) = (s.Get(SizeFields.Median), s.Get(SizeFields.Sigma), s.Get(SizeFields.Floor));
        var highest = median * Math.Exp(-FloorDeviations * sigma);
        var limit = $"median · exp(-{FloorDeviations} sigma) = {highest:G4} units";
        if (floor > highest)
            problems.Add(s.At(SizeFields.Floor), $"the floor must be at most {limit}, not {floor} units");
        return new LogNormalSize(median, sigma, floor);
    }

    private ParetoSize Pareto(Section s)
    {
        var minimum = s.Get(SizeFields.Minimum);
        var maximum = s.Has(SizeFields.CutOff) ? s.Get(SizeFields.CutOff) : double.PositiveInfinity;
        if (maximum <= minimum)
            problems.Add(s.At(SizeFields.CutOff), $"must be above the minimum, {minimum} units, not {maximum} units");
        return new ParetoSize(minimum, s.Get(SizeFields.Shape), maximum);
    }

    private UniformSize Uniform(Section s)
    {
        var (minimum, maximum) = (s.Get(SizeFields.Minimum), s.Get(SizeFields.Maximum));
        if (maximum < minimum)
            problems.Add(s.At(SizeFields.Maximum), $"must be at least the minimum, {minimum} units, not {maximum} units");
        return new UniformSize(minimum, maximum);
    }
}

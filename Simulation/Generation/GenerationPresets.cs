using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Generation;

/// <summary>
/// Three providers after the paper: SD1.5, SDXL and SD3.5, each on its own A100s. GPU counts and deadlines are ours; <c>hard</c> was chosen so that 30 steps without
/// transfer exceed 90 % violations while a rule without any exists, which resembles the paper by construction (aigc-energy.md, section 8).
/// </summary>
public static class GenerationPresets
{
    private static readonly double[] NormalGpus = [6, 12, 18];
    private static readonly double[] HardGpus = [3.2, 6.4, 9.6];

    /// <summary>Deadlines of the normal setting.</summary>
    public static IReadOnlyList<DeadlineClass> NormalDeadlines { get; } = Classes(8, 15, 30, 60);

    /// <summary>Deadlines of the hard setting.</summary>
    public static IReadOnlyList<DeadlineClass> HardDeadlines { get; } = Classes(5, 8, 12, 20);

    /// <summary>GPUs enough for good quality, deadlines of 8 to 60 s.</summary>
    /// <param name="signals">What the world offers each site.</param>
    public static GenerationScenario Normal(IReadOnlyList<ProviderSignals> signals) => Make("normal", NormalGpus, NormalDeadlines, signals);

    /// <summary>Half the GPUs, deadlines of 5 to 20 s.</summary>
    /// <param name="signals">What the world offers each site.</param>
    public static GenerationScenario Hard(IReadOnlyList<ProviderSignals> signals) => Make("hard", HardGpus, HardDeadlines, signals);

    /// <summary>The normal setting at prices of commercial services: energy is about 1 % of the revenue.</summary>
    /// <param name="signals">What the world offers each site.</param>
    public static GenerationScenario Commercial(IReadOnlyList<ProviderSignals> signals) =>
        Make("commercial", NormalGpus, NormalDeadlines, signals) with { Terms = GenerationTerms.Commercial };

    /// <summary>
    /// The energy side of a site by the sizing rule: for a peak need P̂ with cooling a battery of an hour at P̂ with half of that as power, panels of 0.6 P̂, a turbine
    /// of 0.3 P̂, a connection of 1.5 P̂ that takes back 0.5 P̂ (aigc-energy.md, 2.8).
    /// </summary>
    /// <param name="peakLoadKw">Peak power of the computers, kW, &gt; 0.</param>
    public static SiteEnergySpec SizedSite(double peakLoadKw)
    {
        var cooling = new CoolingModel();
        var peakKw = peakLoadKw + cooling.PowerKw(peakLoadKw, cooling.NominalC);
        return new SiteEnergySpec(new GridLimits(1.5 * peakKw, 0.5 * peakKw))
        {
            Battery = new BatterySpec(peakKw, 0.5 * peakKw, 0.5 * peakKw),
            Pv = new PvArray(0.6 * peakKw),
            Wind = new WindTurbine(0.3 * peakKw),
            Cooling = cooling,
        };
    }

    private static GenerationScenario Make(
        string name, IReadOnlyList<double> gpus, IReadOnlyList<DeadlineClass> deadlines, IReadOnlyList<ProviderSignals> signals) =>
        new(name, [.. GenerationModels.All.Select((model, i) => Provider(model, gpus[i]))], deadlines, signals) { Links = Links() };

    private static ServiceProviderSpec Provider(GenerationModel model, double gpus)
    {
        var bare = new ServiceProviderSpec("ASP-" + model.Name, model, gpus);
        return bare with { Energy = SizedSite(bare.PeakLoadKw) };
    }

    // One way takes 0.6 to 0.9 s with a result of 0.3 MB at 5 Mbit/s; 0.02 $/GB is what inter-region transfer costs.
    private static TransferLink[][] Links()
    {
        double[][] rttS = [[0, 0.12, 0.27], [0.12, 0, 0.42], [0.27, 0.42, 0]];
        return [.. rttS.Select(row => row.Select(s => new TransferLink(s, 5, 0.02)).ToArray())];
    }

    private static DeadlineClass[] Classes(params double[] withinS) => [.. withinS.Select(s => new DeadlineClass($"{s:0} s", s))];
}

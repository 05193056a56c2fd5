using ControlPlane.Client.Hosting;
using ControlPlane.Client.Progress;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Studies;

namespace ControlPlane.Client.Planning;

/// <summary>Plans with stage, incumbent, bound and gap on stderr; Ctrl-C ends it with what has been found.</summary>
/// <param name="services">Terminal, cancellation.</param>
/// <param name="quiet">Whether stderr stays silent.</param>
internal sealed class PlanRunner(CliServices services, bool quiet)
{
    private readonly StatusLine _line = StatusLine.For(services.Terminal, quiet);

    /// <summary>Makes one plan.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instance">What is planned for.</param>
    /// <param name="variant">What is left out.</param>
    public JointResult Plan(JointPlanner planner, JointInstance instance, PlanVariant variant) => _line.Show(
        $"{instance.Name}, {VariantNames.Of(variant)}",
        tell => planner.PlanAsync(instance, variant, new Teller(p => tell(PlanWords.Of(p))), services.Cancellation).GetAwaiter().GetResult());

    /// <summary>Makes many.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="variants">What to plan for each.</param>
    /// <param name="shares">Carbon budgets as shares.</param>
    public PlanStudy Compare(JointPlanner planner, IReadOnlyList<JointInstance> instances, IReadOnlyList<PlanVariant> variants, IReadOnlyList<double> shares) => _line.Show(
        "comparing",
        tell => PlanStudy.RunAsync(planner, instances, variants, shares, (name, p) => tell($"{name}: {PlanWords.Of(p)}"), services.Cancellation).GetAwaiter().GetResult());

    /// <summary>Rolls through instances.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="settings">How often, how far and with what knowledge.</param>
    public RollStudy Roll(JointPlanner planner, IReadOnlyList<JointInstance> instances, RollingSettings settings) =>
        _line.Show("rolling", tell => RollStudy.RunAsync(planner, instances, settings, tell, services.Cancellation).GetAwaiter().GetResult());

    private sealed class Teller(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}

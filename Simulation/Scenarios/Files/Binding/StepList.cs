using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes the numbers of denoising steps to choose from.</summary>
internal static class StepList
{
    /// <summary>Makes them.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<int> Bind(Section root, Problems problems)
    {
        if (root.Find(FleetProviderFields.Steps) is not { } steps)
            return GenerationModels.Steps;
        Ascending.Check(root.At(FleetProviderFields.Steps), steps, problems);
        return [.. steps.Select(s => (int)s)];
    }
}

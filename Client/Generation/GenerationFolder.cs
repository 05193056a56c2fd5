using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>The folder of <c>--out</c> for days of generation.</summary>
internal static class GenerationFolder
{
    /// <summary>Writes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="days">The scenario.</param>
    /// <param name="study">The rules with their days.</param>
    /// <param name="services">Terminal and report.</param>
    public static void Write(OutputFolder folder, GenerationDays days, IReadOnlyList<GenerationPolicyDays> study, CliServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        folder.Write("generation_runs.csv", GenerationTables.ForPrograms(days.Day.Name, study));
        folder.Write("generation.json", GenerationTables.Json(days.Day.Name, study));
    }
}

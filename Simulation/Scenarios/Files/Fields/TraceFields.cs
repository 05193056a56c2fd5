using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a trace.</summary>
internal static class TraceFields
{
    /// <summary>The file.</summary>
    public static readonly Field<YamlScalar> File =
        Field.Required("file", new TextKind(1000), "A `.csv` or `.csv.gz` file, relative to the file that names it.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new("Traces", "Under `traces`, one mapping a file of jobs.", [File]);
}

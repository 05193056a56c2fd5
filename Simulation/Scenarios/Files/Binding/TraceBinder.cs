using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Traces;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Reads the traces of a scenario.</summary>
/// <param name="files">Opens them.</param>
/// <param name="ingresses">The ingresses.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class TraceBinder(ScenarioFiles files, NameTable ingresses, Problems problems)
{
    private static readonly string[] Endings = [".csv", ".csv.gz"];

    /// <summary>Reads all traces, merged in order of time; at the same time in the order of the files.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<TraceJob> Bind(Section root)
    {
        var traces = root.Find(RootFields.Traces) ?? [];
        var jobs = traces.Select(Read).ToList();
        return jobs.Count == 1 ? jobs[0] : [.. jobs.SelectMany(j => j).OrderBy(j => j.TimeS)];
    }

    private IReadOnlyList<TraceJob> Read(Section trace)
    {
        var name = trace.Get(TraceFields.File);
        if (ScenarioFiles.Resolve(name.File, name.Text, Endings, out var path) is { } complaint)
        {
            problems.Add(name, complaint);
            return [];
        }

        using var stream = files.Open(path, out var problem);
        if (stream is not null)
            return TraceReader.Read(stream, path, ingresses.Names);
        problems.Add(name, problem!);
        return [];
    }
}

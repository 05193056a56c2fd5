using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Checks policies and their settings against the catalogue, and reads their models.</summary>
/// <param name="catalog">The policies that there are.</param>
/// <param name="files">Opens models.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class PolicyBinder(IReadOnlyList<RuleDescriptor> catalog, ScenarioFiles files, Problems problems)
{
    private static readonly string[] ModelEndings = [PolicyModels.Ending];

    /// <summary>Checks policies.</summary>
    /// <param name="entries">The policies as written.</param>
    public IReadOnlyList<PolicySpec> Bind(IReadOnlyList<PolicyEntry> entries)
    {
        var specs = new List<PolicySpec>();
        foreach (var entry in entries)
        {
            var spec = Spec(entry);
            if (specs.Exists(s => s.Label == spec.Label))
                problems.Add(entry.Name, $"the policy {Shown.Quote(spec.Label)} is named twice");
            specs.Add(spec);
        }

        return specs;
    }

    private PolicySpec Spec(PolicyEntry entry)
    {
        var name = entry.Name.Text;
        var descriptor = catalog.FirstOrDefault(p => p.Name == name);
        var hint = Suggestion.For(name, [.. catalog.Select(p => p.Name)], "policies");
        if (descriptor is null)
            problems.Add(entry.Name, $"there is no policy {entry.Name.Described}; {hint}");
        foreach (var (key, value) in entry.Settings)
        {
            // The descriptor quotes what is wrong: long texts are shortened before it sees them.
            if (descriptor?.Complain(Shortened(key.Text), Shortened(value.Text)) is { } complaint)
                problems.Add(value, complaint);
        }

        var spec = new PolicySpec(name, entry.Settings.ToDictionary(s => s.Key.Text, s => s.Value.Text));
        return descriptor is { TakesModel: true } ? WithModel(spec, entry) : spec;
    }

    private PolicySpec WithModel(PolicySpec spec, PolicyEntry entry)
    {
        var named = entry.Settings.FirstOrDefault(s => s.Key.Text == PolicyModel.Parameter.Name).Value ?? entry.Name;
        try
        {
            if (PolicyModels.IsShipped(spec))
                return PolicyModels.Load(spec, catalog);
            if (ScenarioFiles.Resolve(named.File, named.Text, ModelEndings, out var path) is { } complaint)
                throw new FormatException(complaint);
            using var stream = files.Open(path, out var problem) ?? throw new FormatException(problem);
            return spec with { Model = PolicyModels.Read(stream, path[(path.LastIndexOf('/') + 1)..]) };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IOException)
        {
            problems.Add(named, wrong.Message);
            return spec;
        }
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}

using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Checks policies and their settings against the catalogue.</summary>
/// <param name="catalog">The policies that there are.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class PolicyBinder(IReadOnlyList<RuleDescriptor> catalog, Problems problems)
{
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

        return new PolicySpec(name, entry.Settings.ToDictionary(s => s.Key.Text, s => s.Value.Text));
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}

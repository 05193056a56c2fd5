using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Client.Training;

/// <summary>All that can be trained: learners of placements, then those of generation jobs.</summary>
internal static class Learners
{
    /// <summary>The learners.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } = [.. LearnerCatalog.All, .. SchedulingLearnerCatalog.All];

    /// <summary>Finds one.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public static RuleDescriptor? Find(string name) => All.FirstOrDefault(l => l.Name == name);
}

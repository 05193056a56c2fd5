using System.Collections.Concurrent;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>The models that grains of this process decide with: each is fetched once, however many workers need it. Named by what is in them, so that regions may share.</summary>
internal static class ModelShelf
{
    private const int Most = 16;
    private static readonly ConcurrentDictionary<string, ModelRecord> Known = new();

    /// <summary>A publication with the bytes of its models.</summary>
    /// <param name="published">The publication, as the coordinator gives it.</param>
    /// <param name="coordinator">Has the models.</param>
    /// <param name="withShadow">Whether the caller asks its shadow; without, the publication has none.</param>
    public static async Task<PublicationRecord> WithModels(this PublicationRecord published, ICoordinatorGrain coordinator, bool withShadow = false) => published with
    {
        Policy = await WithModel(published.Policy, coordinator),
        Canary = published.Canary is { } canary ? canary with { Policy = await WithModel(canary.Policy, coordinator) } : null,
        Shadow = withShadow && published.Shadow is { } shadow ? shadow with { Policy = await WithModel(shadow.Policy, coordinator) } : null,
    };

    private static async Task<PolicyRecord> WithModel(PolicyRecord policy, ICoordinatorGrain coordinator)
    {
        if (policy.Model is not { Bytes.IsDefaultOrEmpty: true } mark)
            return policy;
        if (!Known.TryGetValue(mark.Digest, out var model))
        {
            model = await coordinator.Model(mark.Digest) ?? throw new InvalidOperationException($"The region has no model '{mark.Name}' ({mark.Digest}).");
            if (Known.Count >= Most)
                Known.Clear();
            Known[mark.Digest] = model;
        }

        return policy with { Model = model };
    }
}

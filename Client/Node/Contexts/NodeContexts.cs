using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Contexts;

/// <summary>The user's contexts.</summary>
/// <param name="Current">Name of the one that is used when none is named; null for none.</param>
/// <param name="All">All of them, by name.</param>
internal sealed record NodeContexts(string? Current, IReadOnlyList<NodeContext> All)
{
    /// <summary>None.</summary>
    public static NodeContexts None { get; } = new(null, []);

    /// <summary>The current one; null if none is.</summary>
    public NodeContext? CurrentOne => All.FirstOrDefault(c => c.Name == Current);

    /// <summary>Finds one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">Where the name is from, for messages.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public NodeContext Find(string name, string source) =>
        All.FirstOrDefault(c => c.Name == name) ?? throw new InputException($"{source}: there is no context '{name}'{Nearest.Hint(name, All.Select(c => c.Name))} ('controlplane context list')");

    /// <summary>These and another one, or another key for one of the same address. The first one becomes the current one.</summary>
    /// <param name="added">The context.</param>
    /// <exception cref="InputException">One of that name has another address.</exception>
    public NodeContexts With(NodeContext added)
    {
        if (All.FirstOrDefault(c => c.Name == added.Name) is { } known && known.Node != added.Node)
            throw new InputException($"context {added.Name} is {known.Node}: 'controlplane context remove {added.Name}' first");
        return new(Current ?? added.Name, [.. All.Where(c => c.Name != added.Name).Append(added).OrderBy(c => c.Name, StringComparer.Ordinal)]);
    }

    /// <summary>These without one.</summary>
    /// <param name="name">Its name.</param>
    public NodeContexts Without(string name) => new(Current == name ? null : Current, [.. All.Where(c => c.Name != name)]);
}

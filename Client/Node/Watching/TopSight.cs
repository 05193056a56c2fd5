namespace ControlPlane.Client.Node.Watching;

/// <summary>The last good look at a node, and why the one after it failed: a node that is away comes back.</summary>
/// <param name="reader">Looks at it.</param>
/// <param name="first">The first look.</param>
internal sealed class TopSight(TopReader reader, TopView first)
{
    /// <summary>The last good look.</summary>
    public TopView View { get; private set; } = first;

    /// <summary>Why it is old; null if it is not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Looks again.</summary>
    /// <param name="cancellation">Ends it; what was seen before stays.</param>
    public async Task Look(CancellationToken cancellation)
    {
        try
        {
            View = await reader.Look(cancellation).ConfigureAwait(false);
            Trouble = null;
        }
        catch (Exception e) when (e is NodeRefusedException or NodeUnreachableException or OperationCanceledException)
        {
            Trouble = $"as of {View.At:HH:mm:ss}: {e.Message}";
        }
    }
}

namespace ControlPlane.Solvers.Children;

/// <summary>How patient a host is with a child.</summary>
internal sealed record ChildSettings
{
    public static ChildSettings Default { get; } = new();

    /// <summary>Time between asking a child to stop and killing it.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Told the id of the process that was started.</summary>
    public Action<int>? Started { get; init; }
}

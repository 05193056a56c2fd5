namespace ControlPlane.Fleet.Control.Policies;

/// <summary>How a host's trainer gets on, which learns from the decisions that take effect. Its counts are those of its checkpoint and of what came since.</summary>
/// <param name="IsOn">Whether the host has one.</param>
public sealed record TrainerView(bool IsOn)
{
    /// <summary>What it began with, for example a model or its own checkpoint; empty before it began.</summary>
    public string Began { get; init; } = "";

    /// <summary>Why it learns no more; null while it does.</summary>
    public string? Problem { get; init; }

    /// <summary>Decisions that it learned from.</summary>
    public long Decisions { get; init; }

    /// <summary>Holds where no site could take the job: there was nothing to learn.</summary>
    public long Held { get; init; }

    /// <summary>Decisions that it could not learn from: none of the options that it tells apart.</summary>
    public long Outside { get; init; }

    /// <summary>Decisions that it was not told of, because it was behind.</summary>
    public long Dropped { get; init; }

    /// <summary>Decisions that wait for it.</summary>
    public int Waiting { get; init; }

    /// <summary>Updates of its networks.</summary>
    public long Updates { get; init; }

    /// <summary>Loss of the last update; null before the first one since the host began.</summary>
    public double? Loss { get; init; }

    /// <summary>Snapshots that it published as versions of the policy.</summary>
    public long Published { get; init; }

    /// <summary>Its versions that are kept, ascending.</summary>
    public IReadOnlyList<int> Versions { get; init; } = [];

    /// <summary>Snapshots that it did not publish.</summary>
    public long Refused { get; init; }

    /// <summary>Why it did not publish the last of these; null if there was none since the host began.</summary>
    public string? LastRefusal { get; init; }

    /// <summary>When its checkpoint was written last; null if it was not since the host began.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>Time that it worked since the host began, seconds.</summary>
    public double WorkedS { get; init; }
}

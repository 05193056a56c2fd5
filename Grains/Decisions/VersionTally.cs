using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <summary>What a worker decided with a version since it told the coordinator last.</summary>
/// <param name="version">The version.</param>
internal sealed class VersionTally(int version)
{
    private long _decisions;
    private long _replaced;
    private string _lastFailure = "";

    /// <summary>How many of the last decisions the shield replaced.</summary>
    public int FailedInARow { get; private set; }

    /// <summary>A decision was taken.</summary>
    /// <param name="replaced">Why the shield replaced it; null if it did not.</param>
    public void Count(string? replaced)
    {
        _decisions++;
        FailedInARow = replaced is null ? 0 : FailedInARow + 1;
        if (replaced is null)
            return;
        _replaced++;
        _lastFailure = replaced;
    }

    /// <summary>What there is to tell; null when there is nothing.</summary>
    public VersionCountRecord? Untold => _decisions == 0 ? null : new VersionCountRecord(version, _decisions, _replaced, FailedInARow, _lastFailure);

    /// <summary>The coordinator knows: what was counted meanwhile is told the next time.</summary>
    /// <param name="told">What it was told; of another version it changes nothing.</param>
    public void Told(VersionCountRecord told)
    {
        if (told.Version == version)
            (_decisions, _replaced) = (_decisions - told.Decisions, _replaced - told.Replaced);
    }
}

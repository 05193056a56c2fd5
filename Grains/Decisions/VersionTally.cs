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

    /// <summary>Takes what there is to tell.</summary>
    /// <returns>Null when there is nothing.</returns>
    public VersionCountRecord? Take()
    {
        if (_decisions == 0)
            return null;
        var counted = new VersionCountRecord(version, _decisions, _replaced, FailedInARow, _lastFailure);
        (_decisions, _replaced) = (0, 0);
        return counted;
    }
}

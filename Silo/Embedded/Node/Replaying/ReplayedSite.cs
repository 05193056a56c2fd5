namespace ControlPlane.Silo.Embedded.Node.Replaying;

/// <summary>The decisions of a journal that sent jobs to a site, and what another policy would have done about them.</summary>
/// <param name="Site">Name of the site.</param>
internal sealed record ReplayedSite(string Site)
{
    /// <summary>Jobs that were sent there.</summary>
    public long Decisions { get; init; }

    /// <summary>Those of them that the other policy would have sent there too.</summary>
    public long Kept { get; init; }

    /// <summary>Jobs that were sent elsewhere, which the other policy would have sent there.</summary>
    public long Gained { get; init; }

    /// <summary>Sum over the jobs that were sent there: predicted energy of the other policy's choice less that of the one that was taken, joules.</summary>
    public double EnergyJ { get; init; }

    /// <summary>Sum over these: predicted time to completion of the other policy's choice less that of the one that was taken, seconds.</summary>
    public double CompletionS { get; init; }
}

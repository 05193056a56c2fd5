namespace ControlPlane.Planning.Joint.Generated;

/// <summary>How much sun and wind generated sites have, against their peak power.</summary>
public enum RenewableMix
{
    /// <summary>0.05 to 0.3 of the peak.</summary>
    Poor,

    /// <summary>0.1 to 1.2 of the peak.</summary>
    Mixed,

    /// <summary>0.9 to 1.6 of the peak.</summary>
    Rich,
}

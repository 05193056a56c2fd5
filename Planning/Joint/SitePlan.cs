namespace ControlPlane.Planning.Joint;

/// <summary>The energy of a site, slot by slot.</summary>
public sealed record SitePlan
{
    /// <summary>Imported power, MW.</summary>
    public required IReadOnlyList<double> ImportMw { get; init; }

    /// <summary>Exported power, MW.</summary>
    public required IReadOnlyList<double> ExportMw { get; init; }

    /// <summary>Sun and wind used, MW.</summary>
    public required IReadOnlyList<double> RenewableMw { get; init; }

    /// <summary>Power that charges the battery, at the terminals, MW.</summary>
    public required IReadOnlyList<double> ChargeMw { get; init; }

    /// <summary>Power that the battery gives, at the terminals, MW.</summary>
    public required IReadOnlyList<double> DischargeMw { get; init; }

    /// <summary>Output of each unit, MW.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> UnitMw { get; init; }

    /// <summary>Whether each unit runs.</summary>
    public required IReadOnlyList<IReadOnlyList<bool>> UnitOn { get; init; }
}

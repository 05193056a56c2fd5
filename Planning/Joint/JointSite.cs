namespace ControlPlane.Planning.Joint;

/// <summary>A data centre with its energy: GPUs, cooling, sun and wind, units, a battery and the grid. Every series has a value for each slot.</summary>
public sealed record JointSite
{
    /// <summary>What the site is called.</summary>
    public required string Name { get; init; }

    /// <summary>GPUs that can be used, in each slot, ≥ 0.</summary>
    public required IReadOnlyList<double> Gpus { get; init; }

    /// <summary>IT power of a busy GPU with all that belongs to it, MW, ≥ 0.</summary>
    public required double MwPerGpu { get; init; }

    /// <summary>IT power with no GPU busy, MW, ≥ 0.</summary>
    public double IdleMw { get; init; }

    /// <summary>Power of the site over power of its IT, in each slot, ≥ 1 (PUE).</summary>
    public required IReadOnlyList<double> Pue { get; init; }

    /// <summary>The most that cooling and losses, (PUE - 1) times IT power, may draw, MW; infinite for no limit.</summary>
    public double CoolingMw { get; init; } = double.PositiveInfinity;

    /// <summary>What imported energy costs in each slot, USD/MWh; it may be negative.</summary>
    public required IReadOnlyList<double> ImportUsdPerMwh { get; init; }

    /// <summary>What exported energy earns in each slot, USD/MWh; it may be negative.</summary>
    public required IReadOnlyList<double> ExportUsdPerMwh { get; init; }

    /// <summary>Carbon intensity of the grid in each slot, t/MWh, ≥ 0.</summary>
    public required IReadOnlyList<double> GridTPerMwh { get; init; }

    /// <summary>Sun and wind that there is in each slot, MW, ≥ 0.</summary>
    public required IReadOnlyList<double> RenewableMw { get; init; }

    /// <summary>What a MWh of sun and wind that is not used costs, USD, ≥ 0.</summary>
    public double CurtailUsdPerMwh { get; init; }

    /// <summary>The most that can be imported, MW, ≥ 0.</summary>
    public required double ImportMw { get; init; }

    /// <summary>The most that can be exported, MW, ≥ 0.</summary>
    public double ExportMw { get; init; }

    /// <summary>The site's dispatchable units.</summary>
    public IReadOnlyList<JointUnit> Units { get; init; } = [];

    /// <summary>The site's battery; null for none.</summary>
    public JointStorage? Storage { get; init; }

    /// <summary>What is wrong with the site; null where nothing is.</summary>
    /// <param name="slots">Slots of the instance.</param>
    public string? Complain(int slots) =>
        Series("GPUs", Gpus, slots, 0, 1e9)
        ?? Series("PUE", Pue, slots, 1, 100)
        ?? Series("import price", ImportUsdPerMwh, slots, -1e6, 1e6)
        ?? Series("export price", ExportUsdPerMwh, slots, -1e6, 1e6)
        ?? Series("grid carbon", GridTPerMwh, slots, 0, 100)
        ?? Series("renewable power", RenewableMw, slots, 0, 1e6)
        ?? Number("power per GPU", MwPerGpu, 0, 1)
        ?? Number("idle power", IdleMw, 0, 1e6)
        ?? Number("curtailment cost", CurtailUsdPerMwh, 0, 1e6)
        ?? Number("import limit", ImportMw, 0, 1e6)
        ?? Number("export limit", ExportMw, 0, 1e6)
        ?? (CoolingMw >= 0 ? null : $"cooling limit: {CoolingMw} MW must be at least 0")
        ?? Units.Select((unit, g) => unit.Complain() is { } c ? $"unit {g}: {c}" : null).FirstOrDefault(c => c is not null)
        ?? (Storage?.Complain() is { } complaint ? $"storage: {complaint}" : null);

    internal static string? Number(string field, double value, double least, double most) =>
        value >= least && value <= most ? null : $"{field}: {value} must lie in [{least}, {most}]";

    internal static string? Series(string field, IReadOnlyList<double> values, int slots, double least, double most)
    {
        if (values.Count != slots)
            return $"{field}: {values.Count} values for {slots} slots";
        for (var t = 0; t < slots; t++)
        {
            if (!(values[t] >= least && values[t] <= most))
                return $"{field}: {values[t]} in slot {t} must lie in [{least}, {most}]";
        }

        return null;
    }
}

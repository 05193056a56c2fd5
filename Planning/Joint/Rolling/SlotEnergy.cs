namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>The energy of a site in one slot.</summary>
internal sealed record SlotEnergy(double ImportMw, double ExportMw, double RenewableMw, double ChargeMw, double DischargeMw, IReadOnlyList<double> UnitMw, IReadOnlyList<bool> UnitOn)
{
    public static SlotEnergy Of(SitePlan plan) => new(
        plan.ImportMw[0],
        plan.ExportMw[0],
        plan.RenewableMw[0],
        plan.ChargeMw[0],
        plan.DischargeMw[0],
        [.. plan.UnitMw.Select(unit => unit[0])],
        [.. plan.UnitOn.Select(unit => unit[0])]);
}

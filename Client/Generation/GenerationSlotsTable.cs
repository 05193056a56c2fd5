using ControlPlane.Client.Output;
using ControlPlane.Simulation.Generation.Studies;

namespace ControlPlane.Client.Generation;

/// <summary>Every slot of every provider of each rule's first day, for programs.</summary>
internal static class GenerationSlotsTable
{
    /// <summary>The table.</summary>
    /// <param name="policies">The rules.</param>
    public static Table Of(IReadOnlyList<GenerationPolicyDays> policies)
    {
        var table = new Table("", [
            Column.Words("policy", ""), new("seed", ""), Column.Words("provider", ""), new("slot", ""), new("load_share", ""), new("backlog_s", ""), new("clock", ""), new("load_kw", ""),
            new("soc", ""), new("import_kwh", ""), new("export_kwh", ""), new("renewable_kwh", ""), new("buy_usd_per_kwh", "")]);
        foreach (var day in policies.Select(p => p.Days[0]))
        {
            foreach (var provider in day.Providers)
            {
                for (var slot = 0; slot < provider.Series.Points.Count; slot++)
                {
                    var p = provider.Series.Points[slot];
                    table.Add(
                        Cell.Of(day.Policy), Cell.Of(day.Seed), Cell.Of(provider.Name), Cell.Of(slot), Cell.Of(p.LoadShare, 0), Cell.Of(p.BacklogS, 0), Cell.Of(p.Clock, 0), Cell.Of(p.LoadKw, 0),
                        Cell.Of(p.Soc, 0), Cell.Of(p.ImportKwh, 0), Cell.Of(p.ExportKwh, 0), Cell.Of(p.RenewableKwh, 0), Cell.Of(p.BuyUsdPerKwh, 0));
                }
            }
        }

        return table;
    }
}

using System.Diagnostics.Metrics;
using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>What sites use, buy, sell and pay, in the meter <c>ControlPlane.Energy</c>. Powers are means over the last slot that is over; where that is not known there is no value.</summary>
internal sealed class EnergyMetrics : IDisposable
{
    private readonly Meter _meter = new("ControlPlane.Energy");
    private readonly Counter<long> _decisions;
    private IReadOnlyList<SiteEnergyView> _sites = [];

    /// <summary>Makes the instruments.</summary>
    public EnergyMetrics()
    {
        _decisions = _meter.CreateCounter<long>("controlplane.energy.decisions", "{decision}", "Decisions for slots, by who decided: policy or fallback.");
        Gauge("controlplane.energy.soc", "1", "State of charge of the battery.", s => s.Battery?.Soc);
        Gauge("controlplane.energy.battery", "kW", "What the battery is told: above 0 charges, below 0 discharges.", s => s.Battery?.SetPointKw);
        Gauge("controlplane.energy.import", "kW", "Power bought.", s => MeanKw(s, s.Last?.Account?.ImportKwh));
        Gauge("controlplane.energy.export", "kW", "Power sold.", s => MeanKw(s, s.Last?.Account?.ExportKwh));
        Gauge("controlplane.energy.load", "kW", "Power of the computers.", s => MeanKw(s, s.Last?.LoadKwh));
        // They may fall: what is sold is income.
        Gauge("controlplane.energy.cost", "USD", "What the energy has cost, of slots with an account.", s => s.Total.Account.CostUsd);
        Gauge("controlplane.energy.carbon", "kg", "Emissions so far, of slots with an account.", s => s.Total.Account.CarbonKg);
    }

    /// <summary>Takes the newest values.</summary>
    /// <param name="sites">The sites.</param>
    public void Show(IReadOnlyList<SiteEnergyView> sites) => Volatile.Write(ref _sites, sites);

    /// <summary>Counts a decision.</summary>
    /// <param name="site">Name of the site.</param>
    /// <param name="source">Who decided.</param>
    public void Count(string site, SlotSource source) =>
        _decisions.Add(1, new KeyValuePair<string, object?>("site", site), new KeyValuePair<string, object?>("source", source.ToString().ToLowerInvariant()));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static double? MeanKw(SiteEnergyView site, double? energyKwh) => site.Last is { } last && energyKwh is { } kwh ? kwh / (last.To - last.From).TotalHours : null;

    private void Gauge(string name, string unit, string description, Func<SiteEnergyView, double?> read) => _meter.CreateObservableGauge(
        name,
        () => Volatile.Read(ref _sites).Select(s => (s.Site, Value: read(s))).Where(s => s.Value is not null)
            .Select(s => new Measurement<double>(s.Value!.Value, new KeyValuePair<string, object?>("site", s.Site))),
        unit,
        description);
}

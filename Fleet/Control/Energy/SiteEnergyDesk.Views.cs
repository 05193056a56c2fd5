using System.Globalization;

namespace ControlPlane.Fleet.Control.Energy;

/// <content>What a site's energy shows.</content>
public sealed partial class SiteEnergyDesk
{
    /// <summary>The slot that waits for a decision.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="loadKw">Present power of the computers, kW.</param>
    /// <returns>Null when none does.</returns>
    public DispatchQuestion? Question(int site, double loadKw) => _running is { IsDecided: false } running
        ? new DispatchQuestion(site, running.Number, running.FromS, running.ToS, loadKw, _site.Battery?.Copy())
        : null;

    /// <summary>Shows the site.</summary>
    /// <param name="site">Its name.</param>
    /// <param name="loadKw">Present power of the computers, kW.</param>
    public SiteEnergyView Show(string site, double loadKw) => new(
        site,
        loadKw,
        _running is { } running ? Show(running.Close(running.ToS, _site.Battery?.Soc)) : null,
        _closed.Count > 0 ? Show(_closed.Last()) : null,
        _today,
        _total,
        _owedJ / JoulesPerKwh,
        ShowBattery(site));

    /// <summary>Shows the battery.</summary>
    /// <param name="site">Name of its site.</param>
    /// <returns>Null when there is none.</returns>
    public BatteryView? ShowBattery(string site)
    {
        if (_site.Battery is not { } battery)
            return null;
        var decision = _running?.Decision ?? SlotDecision.None;
        return new BatteryView(
            site,
            battery.Soc,
            battery.StoredKwh,
            battery.Spec.CapacityKwh,
            battery.Spec.MinSoc,
            battery.Spec.MaxSoc,
            battery.Spec.MaxChargeKw,
            battery.Spec.MaxDischargeKw,
            _override?.SetPointKw ?? decision.SetPoint.BatteryKw,
            _override is null ? decision.Source : SlotSource.Override,
            _override is { } order ? $"{order.Actor}: {order.Reason}" : decision.Reason,
            _override is null ? null : Show(_override),
            Version);
    }

    /// <summary>Slots that are over, the newest first.</summary>
    /// <param name="site">Name of the site.</param>
    /// <param name="before">Only slots with lesser numbers.</param>
    /// <param name="most">The most of them, ≥ 1.</param>
    public SlotPage Slots(string site, long before, int most)
    {
        var found = _closed.Where(s => s.Number < before).Reverse().Take(most + 1).ToArray();
        var page = found.Take(most).Select(Show).ToArray();
        return new SlotPage(site, page, found.Length > most ? page[^1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static SlotView Show(ClosedSlot slot) => new(
        slot.Number,
        At(slot.FromS),
        At(slot.ToS),
        slot.IsGap,
        slot.Decision.Source,
        slot.Decision.Reason,
        slot.Decision.SetPoint.BatteryKw,
        slot.Decision.SetPoint.GeneratorKw,
        slot.LoadKwh,
        slot.Decision.Conditions,
        slot.Account,
        slot.Soc);

    private static OverrideView Show(BatteryOverride order) => new(
        order.AskedKw,
        order.SetPointKw,
        At(order.SinceS),
        At(order.UntilS),
        order.Actor,
        order.Reason,
        order.SetPointKw == order.AskedKw
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{order.AskedKw} kW was asked; the battery can do {order.SetPointKw} kW"));

    // To the microsecond: more than that the seconds of a double do not have.
    private static DateTimeOffset At(double unixS) => DateTimeOffset.UnixEpoch.AddMicroseconds(Math.Round(unixS * 1e6));
}

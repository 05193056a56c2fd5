using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>The energy of sites: slots, dispatch, batteries. Sites without an energy side have none of it.</content>
public sealed partial class ControlNode
{
    private SiteEnergyDesk?[] _energy = [];

    private double UnixS => FoundedS + NowS;

    /// <summary>The slots that run and wait for a decision.</summary>
    public IReadOnlyList<DispatchQuestion> Undecided() => [.. Enumerable.Range(0, _energy.Length).Select(s => _energy[s]?.Question(s, LoadKw(s))).OfType<DispatchQuestion>()];

    /// <summary>Takes a decision for a slot. One for a slot that does not run any more, or that has one, changes nothing.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="slot">Number of the slot.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>Whether it was taken.</returns>
    public bool Decide(int site, long slot, in SlotDecision decision) => _energy[site]?.Decide(slot, decision, UnixS, ReadingJ(site)) ?? false;

    /// <summary>Tells a battery what to do until a moment.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="order">What it should do.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>The battery as it is then; null when there is none.</returns>
    /// <exception cref="ControlException">Its version is another one, or a value is out of range.</exception>
    public BatteryView? OverrideBattery(int site, BatteryOrder order, string actor)
    {
        ArgumentNullException.ThrowIfNull(order);
        var name = _model.Sites[site].Name;
        if (_energy[site] is not { Battery: not null } desk)
            return null;
        BatteryOrderRules.RequireVersion(name, order.ExpectedVersion, desk.Version);
        BatteryOrderRules.Require(name, order, At(NowS));
        PassEnergy();
        if (!desk.Order(order.SetPointKw, (order.Until - DateTimeOffset.UnixEpoch).TotalSeconds, actor, order.Reason, UnixS, ReadingJ(site)))
            return desk.ShowBattery(name);
        var said = SlotText.Of(desk.Override!);
        AddAudit(actor, "battery.override", name, said);
        Note(NodeEvents.OverrideBegun, null, site, $"{said}, {actor}");
        return desk.ShowBattery(name);
    }

    /// <summary>Lets the dispatcher decide again.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="expectedVersion">The version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>The battery as it is then; null when there is none.</returns>
    /// <exception cref="ControlException">Its version is another one.</exception>
    public BatteryView? ReleaseBattery(int site, long? expectedVersion, string actor)
    {
        var name = _model.Sites[site].Name;
        if (_energy[site] is not { Battery: not null } desk)
            return null;
        BatteryOrderRules.RequireVersion(name, expectedVersion, desk.Version);
        PassEnergy();
        if (!desk.Release(UnixS, ReadingJ(site)))
            return desk.ShowBattery(name);
        AddAudit(actor, "battery.release", name, "");
        Note(NodeEvents.OverrideEnded, null, site, actor);
        return desk.ShowBattery(name);
    }

    /// <summary>Shows the energy of the sites that have an energy side.</summary>
    public IReadOnlyList<SiteEnergyView> SitesEnergy() =>
        [.. Enumerable.Range(0, _energy.Length).Select(s => _energy[s]?.Show(_model.Sites[s].Name, LoadKw(s))).OfType<SiteEnergyView>()];

    /// <summary>Shows the batteries.</summary>
    public IReadOnlyList<BatteryView> Batteries() => [.. Enumerable.Range(0, _energy.Length).Select(s => _energy[s]?.ShowBattery(_model.Sites[s].Name)).OfType<BatteryView>()];

    /// <summary>Shows slots of a site that are over, the newest first.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="before">Only slots with lesser numbers.</param>
    /// <param name="most">The most of them, 1 to 1000.</param>
    /// <returns>Null when it has no energy side.</returns>
    /// <exception cref="ControlException">The number of slots is out of range.</exception>
    public SlotPage? EnergySlots(int site, long before, int most)
    {
        if (most is < 1 or > 1000)
            throw new ControlException(ControlProblem.Invalid, $"limit must be 1 to 1000, not {most}", field: "limit");
        return _energy[site]?.Slots(_model.Sites[site].Name, before, most);
    }

    private void PassEnergy()
    {
        for (var site = 0; site < _energy.Length; site++)
        {
            if (_energy[site] is not { } desk || !desk.IsDue(UnixS))
                continue;
            var news = desk.Advance(UnixS, ReadingJ(site));
            foreach (var slot in news.Closed)
                Note(NodeEvents.SlotClosed, null, site, SlotText.Of(slot));
            if (news.Ended is { } ended)
                Note(NodeEvents.OverrideEnded, null, site, SlotText.Ended(ended));
        }
    }

    private double ReadingJ(int site) => _desks[site].ReadMeters(NowS).TotalJ;

    private double LoadKw(int site) => _desks[site].Status.PowerW / 1000;

    private SiteEnergyDesk? MakeEnergy(int site)
    {
        var spec = _model.Sites[site];
        return spec.Energy is { } energy
            ? new SiteEnergyDesk(energy, SiteEnergyDesk.MostLoadKw(spec), _settings.Energy, new PartLog(_log, (byte)NodeOperation.SiteEnergy, site))
            : null;
    }

    private SiteEnergyDesk EnergyOf(int site, in StateReader reader) => _energy[site] ?? throw reader.Damaged($"energy of site {site}, which has none,");
}

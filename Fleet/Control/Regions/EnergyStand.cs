using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>The energy of a region's site beside its stand: its desk, and what is told of it.</summary>
public sealed class EnergyStand : IJournalled
{
    private const byte StateVersion = 1;
    private readonly int _index;
    private readonly string _name;
    private readonly IOperationLog _log;
    private readonly EventRing _events;

    /// <summary>Makes it for a site.</summary>
    /// <param name="index">Site index.</param>
    /// <param name="model">The fleet; the site has an energy side.</param>
    /// <param name="settings">How it counts.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="eventsKept">How many events it keeps.</param>
    /// <exception cref="ArgumentException">The site has no energy side.</exception>
    public EnergyStand(int index, FleetModel model, EnergyDeskSettings settings, IOperationLog log, int eventsKept)
    {
        ArgumentNullException.ThrowIfNull(model);
        var site = model.Sites[index];
        (_index, _name, _log, _events) = (index, site.Name, log, new EventRing(eventsKept));
        Desk = new SiteEnergyDesk(
            site.Energy ?? throw new ArgumentException($"the site '{site.Name}' has no energy side", nameof(index)),
            SiteEnergyDesk.MostLoadKw(site),
            settings,
            new PartLog(log, (byte)EnergyStandOperation.Desk, index));
    }

    /// <summary>The desk. To be read only.</summary>
    public SiteEnergyDesk Desk { get; }

    /// <summary>Lets time pass.</summary>
    /// <param name="moment">The present.</param>
    public void Pass(in EnergyMoment moment)
    {
        var news = Desk.Advance(moment.AtS, moment.ReadingJ);
        foreach (var slot in news.Closed)
            Note(NodeEvents.SlotClosed, SlotText.Of(slot), moment);
        if (news.Ended is { } ended)
            Note(NodeEvents.OverrideEnded, SlotText.Ended(ended), moment);
    }

    /// <summary>Takes a decision for a slot.</summary>
    /// <param name="slot">Number of the slot.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="moment">The present.</param>
    /// <returns>Whether it was taken.</returns>
    public bool Decide(long slot, in SlotDecision decision, in EnergyMoment moment) => Desk.Decide(slot, decision, moment.AtS, moment.ReadingJ);

    /// <summary>Tells the battery what to do until a moment.</summary>
    /// <param name="order">What.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="moment">The present.</param>
    /// <returns>Whether anything changed; null when there is no battery.</returns>
    /// <exception cref="ControlException">Its version is another one, or a value is out of range.</exception>
    public bool? Order(BatteryOrder order, string actor, in EnergyMoment moment)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (Desk.Battery is null)
            return null;
        BatteryOrderRules.RequireVersion(_name, order.ExpectedVersion, Desk.Version);
        BatteryOrderRules.Require(_name, order, DateTimeOffset.UnixEpoch.AddSeconds(moment.AtS));
        Pass(moment);
        if (!Desk.Order(order.SetPointKw, (order.Until - DateTimeOffset.UnixEpoch).TotalSeconds, actor, order.Reason, moment.AtS, moment.ReadingJ))
            return false;
        Note(NodeEvents.OverrideBegun, $"{SlotText.Of(Desk.Override!)}, {actor}", moment);
        return true;
    }

    /// <summary>Lets the dispatcher decide again.</summary>
    /// <param name="expectedVersion">The version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="moment">The present.</param>
    /// <returns>Whether anything changed; null when there is no battery.</returns>
    /// <exception cref="ControlException">Its version is another one.</exception>
    public bool? Release(long? expectedVersion, string actor, in EnergyMoment moment)
    {
        if (Desk.Battery is null)
            return null;
        BatteryOrderRules.RequireVersion(_name, expectedVersion, Desk.Version);
        Pass(moment);
        if (!Desk.Release(moment.AtS, moment.ReadingJ))
            return false;
        Note(NodeEvents.OverrideEnded, actor, moment);
        return true;
    }

    /// <summary>Events after a number, the oldest first.</summary>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    public IReadOnlyList<RegionEvent> Events(long after, int most) => _events.After(after, most);

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        Desk.Save(writer);
        _events.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("The energy of a region's site", StateVersion, StateVersion);
        Desk.Load(ref reader);
        _events.Load(ref reader);
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (EnergyStandOperation)reader.Byte();
        switch (operation)
        {
            case EnergyStandOperation.Desk:
                reader.Count();
                Desk.Replay(ref reader);
                break;
            case EnergyStandOperation.Event:
                _events.Add(reader.ReadEvent());
                break;
            default:
                throw reader.Damaged($"operation {(byte)operation}, of which the energy of a site knows nothing,");
        }
    }

    private void Note(byte kind, string detail, in EnergyMoment moment)
    {
        var entry = new NodeEvent(_events.Last + 1, kind, moment.NowS, default, "", _index, detail);
        var writer = _log.Open();
        writer.Byte((byte)EnergyStandOperation.Event);
        writer.Write(entry);
        _log.Close();
        _events.Add(entry);
    }
}

using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>
/// The energy of a site as it runs: slots of fixed length in UTC, each with what was decided for it, settled by the load that the site's meters show; the battery, and what
/// operators say about it. Its host gives it the time, the reading of the meters and the dispatcher's decision. All that it does follows from what is journalled, so that a
/// replay needs neither the dispatcher nor the prices.
/// </summary>
public sealed partial class SiteEnergyDesk : IJournalled
{
    private readonly SiteEnergySpec _spec;
    private readonly EnergyDeskSettings _settings;
    private readonly IOperationLog _log;
    private readonly double _mostLoadKw;
    private readonly Queue<ClosedSlot> _closed = new();
    private SiteEnergy _site;
    private RunningSlot? _running;
    private BatteryOverride? _override;
    private EnergyTotals _total;
    private EnergyTotals _today;
    private double _readJ;
    private double _owedJ;
    private long _lastNumber;
    private long _day;

    /// <summary>Makes the desk of a site; its first slot begins when time first passes.</summary>
    /// <param name="spec">The energy side of the site.</param>
    /// <param name="mostLoadKw">The most that its computers use, kW: what agents measured beyond the model is spread over slots up to it.</param>
    /// <param name="settings">How it counts.</param>
    /// <param name="log">Receives its operations.</param>
    /// <exception cref="ArgumentException">A part of the site or a setting cannot be.</exception>
    public SiteEnergyDesk(SiteEnergySpec spec, double mostLoadKw, EnergyDeskSettings settings, IOperationLog log)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.SlotS is not (>= 1 and <= 86_400))
            throw new ArgumentException($"the length of a slot must be 1 to 86400 s, not {settings.SlotS}", nameof(settings));
        (_spec, _mostLoadKw, _settings, _log) = (spec, mostLoadKw, settings, log);
        _site = spec.Build();
    }

    /// <summary>Grows with every change of what operators say about the battery.</summary>
    public long Version { get; private set; }

    /// <summary>The battery; null for none. To be read only.</summary>
    public Battery? Battery => _site.Battery;

    /// <summary>What an operator said; null when the dispatcher decides.</summary>
    public BatteryOverride? Override => _override;

    /// <summary>The most that the computers of a site use: all its GPUs at their peak, kW.</summary>
    /// <param name="site">The site.</param>
    public static double MostLoadKw(DataCenterSpec site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.GpuCount * site.Gpu.PeakW / 1000;
    }

    /// <summary>Whether something is due: a slot ends or an override does, or the first slot has not begun.</summary>
    /// <param name="atS">The present, seconds since 1970 in UTC.</param>
    public bool IsDue(double atS) => _running is null || atS >= Math.Min(_running.ToS, _override?.UntilS ?? double.PositiveInfinity);

    /// <summary>Lets time pass: slots end and begin, an override ends when its time is over. A time of a slot or more in which nobody looked becomes a gap.</summary>
    /// <param name="atS">The present, seconds since 1970 in UTC.</param>
    /// <param name="readingJ">The meters' reading: energy of the computers since the beginning, J.</param>
    public EnergyNews Advance(double atS, double readingJ)
    {
        if (!IsDue(atS))
            return EnergyNews.None;
        var writer = Journal(EnergyOperation.Advance, atS, readingJ);
        // The length of slots may be another one after the next start.
        writer.Real(_settings.SlotS);
        _log.Close();
        return Pass(atS, readingJ, _settings.SlotS);
    }

    /// <summary>Takes a decision for the slot that runs. It counts from now on; before, battery and generator were idle.</summary>
    /// <param name="slot">Number of the slot that it is for.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="atS">The present, seconds since 1970 in UTC.</param>
    /// <param name="readingJ">The meters' reading, J.</param>
    /// <returns>False when another slot runs or it has a decision: nothing changes.</returns>
    /// <exception cref="ArgumentException">The set-point or the conditions cannot be.</exception>
    public bool Decide(long slot, in SlotDecision decision, double atS, double readingJ)
    {
        if (_running is not { IsDecided: false } running || running.Number != slot || atS >= running.ToS)
            return false;
        if (SlotRules.Complain(_spec, _mostLoadKw, decision) is { } complaint)
            throw new ArgumentException(complaint, nameof(decision));
        var presentS = Present(running, atS);
        var writer = Journal(EnergyOperation.Decide, presentS, readingJ);
        writer.Write(decision);
        _log.Close();
        Take(decision, presentS, readingJ);
        return true;
    }

    /// <summary>An operator says what the battery does, until a moment. Replaces what was said before. Time has passed up to the present.</summary>
    /// <param name="askedKw">Power, kW: above 0 charges, below 0 discharges, 0 holds. More than the battery can is taken as what it can, and told.</param>
    /// <param name="untilS">Until when, seconds since 1970 in UTC, after the present.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="atS">The present, seconds since 1970 in UTC.</param>
    /// <param name="readingJ">The meters' reading, J.</param>
    /// <returns>False when just this counts already: nothing changes.</returns>
    /// <exception cref="InvalidOperationException">The site has no battery, or something is due.</exception>
    public bool Order(double askedKw, double untilS, string actor, string reason, double atS, double readingJ)
    {
        if (_site.Battery is not { } battery)
            throw new InvalidOperationException("There is no battery to be told anything.");
        var running = Passed(atS);
        var setPointKw = Math.Clamp(askedKw, -battery.Spec.MaxDischargeKw, battery.Spec.MaxChargeKw);
        var presentS = Present(running, atS);
        var order = new BatteryOverride(askedKw, setPointKw, presentS, untilS, actor, reason);
        if (_override is { } present && order with { SinceS = present.SinceS } == present)
            return false;
        var writer = Journal(EnergyOperation.Override, presentS, readingJ);
        writer.Write(order);
        _log.Close();
        Follow(order, presentS, readingJ);
        return true;
    }

    /// <summary>The dispatcher decides again. Time has passed up to the present.</summary>
    /// <param name="atS">The present, seconds since 1970 in UTC.</param>
    /// <param name="readingJ">The meters' reading, J.</param>
    /// <returns>False when it did already.</returns>
    /// <exception cref="InvalidOperationException">Something is due.</exception>
    public bool Release(double atS, double readingJ)
    {
        if (_override is null)
            return false;
        var presentS = Present(Passed(atS), atS);
        Journal(EnergyOperation.Release, presentS, readingJ);
        _log.Close();
        Follow(null, presentS, readingJ);
        return true;
    }

    /// <summary>An agent measured another energy than the meters' model had counted. What does not fit into the running slot is carried to the next ones.</summary>
    /// <param name="moreJ">Measured less counted, J.</param>
    public void Correct(double moreJ)
    {
        if (moreJ == 0)
            return;
        var writer = _log.Open();
        writer.Byte((byte)EnergyOperation.Correct);
        writer.Real(moreJ);
        _log.Close();
        _owedJ += moreJ;
    }

    private RunningSlot Passed(double atS) =>
        _running is { } running && !IsDue(atS) ? running : throw new InvalidOperationException("A slot or an override ends first.");

    // A host whose clock was set back does not settle a time twice.
    private static double Present(RunningSlot running, double atS) => Math.Max(atS, running.SettledS);
}

using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Control.Energy;

/// <content>How slots pass.</content>
public sealed partial class SiteEnergyDesk
{
    private const double JoulesPerKwh = 3.6e6;
    private const double DayS = 86_400;

    private EnergyNews Pass(double atS, double readingJ, double slotS)
    {
        if (_running is null)
        {
            _readJ = readingJ;
            Begin(atS, slotS);
            return EnergyNews.None;
        }

        List<ClosedSlot> closed = [];
        if (atS - _running.ToS >= slotS)
            return new EnergyNews(closed, Miss(atS, readingJ, slotS, closed));
        BatteryOverride? ended = null;
        while (true)
        {
            if (_override is { } order && order.UntilS <= Math.Min(atS, _running.ToS))
            {
                SettleTo(order.UntilS, atS, readingJ);
                ended = EndOverride();
            }
            else if (_running.ToS <= atS)
            {
                var endS = _running.ToS;
                SettleTo(endS, atS, readingJ);
                closed.Add(Keep(_running.Close(endS, _site.Battery?.Soc)));
                Begin(endS, slotS);
            }
            else
            {
                return new EnergyNews(closed, ended);
            }
        }
    }

    // Nobody was there for the end of a slot and the whole next one. What was settled stays; the rest is a gap: the site's meters know the load, nobody knows when it was, and
    // nobody told the battery anything.
    private BatteryOverride? Miss(double atS, double readingJ, double slotS, List<ClosedSlot> closed)
    {
        var running = _running!;
        var unseenFromS = running.SettledS;
        if (unseenFromS > running.FromS)
            closed.Add(Keep(running.Close(unseenFromS, _site.Battery?.Soc)));
        _site.PassUnseen(0, (atS - unseenFromS) / 3600);
        var unseenKwh = Math.Max(0, readingJ - _readJ) / JoulesPerKwh;
        var number = closed.Count == 0 ? running.Number : ++_lastNumber;
        var gap = new ClosedSlot(number, unseenFromS, atS, SlotDecision.None with { Reason = "nobody looked" }, null, null, _site.Battery?.Soc);
        closed.Add(Keep(gap, unseenKwh));
        _readJ = readingJ;
        Begin(atS, slotS);
        return _override?.UntilS <= atS ? EndOverride() : null;
    }

    private void Begin(double fromS, double slotS)
    {
        var toS = (Math.Floor(fromS / slotS) + 1) * slotS;
        _running = new RunningSlot(++_lastNumber, fromS, toS) { SettledS = fromS };
        if ((long)(fromS / DayS) is var day && day != _day)
            (_day, _today) = (day, default);
    }

    private ClosedSlot Keep(ClosedSlot slot, double unseenKwh = 0)
    {
        _closed.Enqueue(slot);
        while (_closed.Count > _settings.Kept)
            _closed.Dequeue();
        (_total, _today) = (_total.With(slot, unseenKwh), _today.With(slot, unseenKwh));
        return slot;
    }

    private BatteryOverride EndOverride()
    {
        var ended = _override!;
        (_override, Version) = (null, Version + 1);
        return ended;
    }

    // The conditions hold for the whole slot; what was decided counts from now on.
    private void Take(in SlotDecision decision, double atS, double readingJ)
    {
        var running = _running!;
        running.Decision = SlotDecision.None with { Conditions = decision.Conditions };
        SettleTo(atS, atS, readingJ);
        (running.Decision, running.IsDecided) = (decision, true);
    }

    private void Follow(BatteryOverride? order, double atS, double readingJ)
    {
        SettleTo(atS, atS, readingJ);
        (_override, Version) = (order, Version + 1);
    }

    /// <summary>Settles the running slot up to a moment; the meters' reading of a later one is shared out evenly.</summary>
    private void SettleTo(double toS, double atS, double readingJ)
    {
        var running = _running!;
        var partS = toS - running.SettledS;
        // An hour is 3600 s: less than a microsecond of it is the rounding of a clock.
        if (partS < 1e-6)
            return;
        var meteredJ = (readingJ - _readJ) * Math.Min(1, partS / (atS - running.SettledS));
        _readJ += meteredJ;
        Settle(running, LoadOf(meteredJ, partS), partS / 3600);
        running.SettledS = toS;
    }

    private double LoadOf(double meteredJ, double partS)
    {
        var loadJ = Math.Clamp(meteredJ + _owedJ, 0, Math.Max(Math.Max(0, meteredJ), _mostLoadKw * 1000 * partS));
        _owedJ += meteredJ - loadJ;
        return loadJ / JoulesPerKwh;
    }

    private void Settle(RunningSlot running, double loadKwh, double hours)
    {
        running.LoadKwh += loadKwh;
        running.IsOverridden |= _override is not null;
        var setPoint = SetPoint(running);
        if (running.Decision.Conditions is { } conditions)
        {
            running.Account += _site.Settle(setPoint, _spec.Demand(loadKwh / hours, conditions), conditions.Tariff, hours);
            return;
        }

        running.IsBlind = true;
        _site.PassUnseen(setPoint.BatteryKw, hours);
    }

    private SiteSetPoint SetPoint(RunningSlot running) =>
        _override is { } order ? running.Decision.SetPoint with { BatteryKw = order.SetPointKw } : running.Decision.SetPoint;
}

using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Energy;

/// <summary>How the parts of a site's energy are written in journals and snapshots.</summary>
internal static class EnergyDeskState
{
    public static void Write(this StateWriter writer, in SlotDecision decision)
    {
        writer.Real(decision.SetPoint.BatteryKw);
        writer.Real(decision.SetPoint.GeneratorKw);
        writer.Byte((byte)decision.Source);
        writer.Text(decision.Reason);
        writer.Flag(decision.Conditions is not null);
        if (decision.Conditions is { } conditions)
            writer.Write(conditions);
    }

    public static SlotDecision ReadDecision(this ref StateReader reader)
    {
        var setPoint = new SiteSetPoint(reader.Finite(), reader.Finite());
        var source = reader.Byte();
        if (source > (byte)SlotSource.Fallback)
            throw reader.Damaged($"a source {source} of a decision");
        return new SlotDecision(setPoint, (SlotSource)source, reader.Text(), reader.Flag() ? reader.ReadConditions() : null);
    }

    public static void Write(this StateWriter writer, BatteryOverride order)
    {
        writer.Real(order.AskedKw);
        writer.Real(order.SetPointKw);
        writer.Real(order.SinceS);
        writer.Real(order.UntilS);
        writer.Text(order.Actor);
        writer.Text(order.Reason);
    }

    public static BatteryOverride ReadOverride(this ref StateReader reader) =>
        new(reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite(), reader.Text(), reader.Text());

    public static void Write(this StateWriter writer, ClosedSlot slot)
    {
        writer.Number(slot.Number);
        writer.Real(slot.FromS);
        writer.Real(slot.ToS);
        writer.Write(slot.Decision);
        writer.Optional(slot.LoadKwh);
        writer.Flag(slot.Account is not null);
        if (slot.Account is { } account)
            writer.Write(account);
        writer.Optional(slot.Soc);
    }

    public static ClosedSlot ReadClosedSlot(this ref StateReader reader) => new(
        reader.Number(), reader.Finite(), reader.Finite(), reader.ReadDecision(), reader.OptionalReal(), reader.Flag() ? reader.ReadEnergySlot() : null, reader.OptionalReal());

    public static void Write(this StateWriter writer, RunningSlot slot)
    {
        writer.Number(slot.Number);
        writer.Real(slot.FromS);
        writer.Real(slot.ToS);
        writer.Real(slot.SettledS);
        writer.Write(slot.Decision);
        writer.Flag(slot.IsDecided);
        writer.Flag(slot.IsOverridden);
        writer.Flag(slot.IsBlind);
        writer.Real(slot.LoadKwh);
        writer.Write(slot.Account);
    }

    public static RunningSlot ReadRunningSlot(this ref StateReader reader) => new(reader.Number(), reader.Finite(), reader.Finite())
    {
        SettledS = reader.Finite(),
        Decision = reader.ReadDecision(),
        IsDecided = reader.Flag(),
        IsOverridden = reader.Flag(),
        IsBlind = reader.Flag(),
        LoadKwh = reader.Finite(),
        Account = reader.ReadEnergySlot(),
    };

    public static void Write(this StateWriter writer, in EnergyTotals totals)
    {
        writer.Number(totals.Slots);
        writer.Number(totals.WithoutConditions);
        writer.Number(totals.Fallbacks);
        writer.Number(totals.Gaps);
        writer.Real(totals.LoadKwh);
        writer.Real(totals.UnseenKwh);
        writer.Write(totals.Account);
    }

    public static EnergyTotals ReadTotals(this ref StateReader reader) =>
        new(reader.Number(), reader.Number(), reader.Number(), reader.Number(), reader.Finite(), reader.Finite(), reader.ReadEnergySlot());

    private static void Optional(this StateWriter writer, double? value)
    {
        writer.Flag(value is not null);
        if (value is { } real)
            writer.Real(real);
    }

    private static double? OptionalReal(this ref StateReader reader) => reader.Flag() ? reader.Finite() : null;
}

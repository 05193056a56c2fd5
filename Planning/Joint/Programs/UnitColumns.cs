namespace ControlPlane.Planning.Joint.Programs;

/// <summary>The columns of a dispatchable unit, a column for each slot: output, whether it runs (0 or 1), and starts and stops, which are whole by themselves.</summary>
internal sealed class UnitColumns
{
    public UnitColumns(JointInstance instance, JointUnit unit, JointRows rows, int site, int index, ColumnWriter writer, IReadOnlyList<bool>? given)
    {
        var (hours, slots, its, name) = (instance.SlotHours, instance.Slots, rows.Units[site][index], $"unit {index} {instance.Sites[site].Name}");
        var step = Math.Max(unit.MinMw, unit.RampMw);
        Output = writer.Block(t =>
        {
            writer.In(rows.Balance[site], t, 1).In(its.Most, t, 1).In(its.LeastOutput, t, 1).In(rows.Carbon, hours * unit.TPerMwh);
            if (its.HasRamp)
                Ramp(t);
            return writer.Add(hours * (unit.UsdPerMwh + instance.Carbon.UsdPerT * unit.TPerMwh), 0, unit.MaxMw, $"output {name} {t}");
        });
        On = writer.Block(t =>
        {
            writer.In(its.Switch, t, 1).In(its.Most, t, -unit.MaxMw).In(its.LeastOutput, t, -unit.MinMw).In(its.Up, t, -1).In(its.Down, t, 1);
            if (t + 1 < slots)
                writer.In(its.Switch, t + 1, -1);
            if (its.HasRamp)
                writer.In(its.RampDown, t, -unit.RampMw);
            if (its.HasRamp && t + 1 < slots)
                writer.In(its.RampUp, t + 1, -unit.RampMw);
            bool? must = given is not null ? given[t] : t < unit.HeldSlots ? unit.InitiallyOn : null;
            return writer.AddBinary(hours * unit.NoLoadUsdPerH, must == true ? 1 : 0, must == false ? 0 : 1, $"on {name} {t}");
        });
        Started = writer.Block(t => Turn(t, -1, its.Up, unit.MinUpSlots, its.HasRamp ? its.RampUp : JointRows.None, unit.StartUsd, $"started {name} {t}"));
        Stopped = writer.Block(t => Turn(t, 1, its.Down, unit.MinDownSlots, its.HasRamp ? its.RampDown : JointRows.None, 0, $"stopped {name} {t}"));

        void Ramp(int t)
        {
            writer.In(its.RampUp, t, 1).In(its.RampDown, t, -1);
            if (t + 1 < slots)
                writer.In(its.RampUp, t + 1, -1).In(its.RampDown, t + 1, 1);
        }

        int Turn(int t, double inSwitch, int lasting, int lastingSlots, int ramp, double cost, string column)
        {
            writer.In(its.Switch, t, inSwitch).In(ramp, t, -step);
            for (var later = t; later < Math.Min(slots, t + lastingSlots); later++)
                writer.In(lasting, later, 1);
            return writer.Add(cost, 0, 1, column);
        }
    }

    /// <summary>Output, MW.</summary>
    public int Output { get; }

    /// <summary>Whether it runs.</summary>
    public int On { get; }

    /// <summary>Whether it starts.</summary>
    public int Started { get; }

    /// <summary>Whether it stops.</summary>
    public int Stopped { get; }
}

namespace ControlPlane.Planning.Joint;

/// <summary>A dispatchable unit under a plan: its output, ramps and times up and down, worked out from whether it runs, not from start variables.</summary>
internal sealed class UnitReplay(JointInstance instance, JointSite site, int index, SitePlan plan, ReplayFaults faults)
{
    private readonly JointUnit _unit = site.Units[index];
    private readonly IReadOnlyList<double> _outputMw = plan.UnitMw[index];
    private readonly IReadOnlyList<bool> _on = plan.UnitOn[index];

    /// <summary>Replays the unit, adds its emissions and costs to those of the slots and returns what it costs in all, USD.</summary>
    public double Run(double[] emissionsT, double[] spentUsd)
    {
        var costUsd = 0.0;
        var (before, was, since) = (_unit.InitialMw, _unit.InitiallyOn, int.MaxValue / 2);
        for (var t = 0; t < instance.Slots; t++)
        {
            var (output, on) = (_outputMw[t], _on[t]);
            faults.AtMost(on ? output : Math.Abs(output), on ? _unit.MaxMw : 0, $"output of {Name} in slot {t}");
            faults.AtMost(on ? _unit.MinMw : 0, output, $"least output of {Name} in slot {t}");
            faults.Forbidden(on != was && t < _unit.HeldSlots, $"{Name} changes in slot {t}, in which it is held");
            faults.Forbidden(on != was && since < (was ? _unit.MinUpSlots : _unit.MinDownSlots), $"{Name} {(on ? "started" : "stopped")} too soon in slot {t}");
            Ramp(before, output, was, on, t);
            since = on != was ? 1 : since + 1;
            var slotUsd = instance.SlotHours * (_unit.UsdPerMwh * output + (on ? _unit.NoLoadUsdPerH : 0)) + (on && !was ? _unit.StartUsd : 0);
            (costUsd, spentUsd[t]) = (costUsd + slotUsd, spentUsd[t] + slotUsd);
            emissionsT[t] += instance.SlotHours * _unit.TPerMwh * output;
            (before, was) = (output, on);
        }

        return costUsd;
    }

    private string Name => $"unit {index} of {site.Name}";

    // Started or stopped, it may step to its least output even where that is more than the ramp.
    private void Ramp(double before, double output, bool was, bool on, int t)
    {
        var step = Math.Max(_unit.MinMw, _unit.RampMw);
        faults.AtMost(output - before, was ? _unit.RampMw : step, $"ramp up of {Name} in slot {t}");
        faults.AtMost(before - output, on ? _unit.RampMw : step, $"ramp down of {Name} in slot {t}");
    }
}

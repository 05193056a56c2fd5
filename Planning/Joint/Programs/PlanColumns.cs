using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>Between the columns of a programme and the decisions of a plan.</summary>
internal sealed class PlanColumns(JointInstance instance, MixedIntegerProgram program, ComputeColumns compute, EnergyColumns energy, ExclusionRows exclusions)
{
    private int Slots => instance.Slots;

    /// <summary>The decisions of a point. What rounding left below 0 is 0.</summary>
    public JointPlan Read(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != program.Linear.ColumnCount)
            throw new ArgumentException($"{values.Count} values for {program.Linear.ColumnCount} columns.", nameof(values));
        return new JointPlan
        {
            Starts = [.. compute.Starts.Select(starts => starts.Where(s => values[s.Column] > 0.5).Select(s => (JobStart?)s.Start).FirstOrDefault())],
            Routes = [.. compute.Routes.Select(sites => new RoutePlan([.. sites.SelectMany(first => Series(values, first))], Slots))],
            Sites = [.. instance.Sites.Select((_, s) => new SitePlan
            {
                ImportMw = Series(values, energy.Import[s]),
                ExportMw = Series(values, energy.Export[s]),
                RenewableMw = Series(values, energy.Renewable[s]),
                ChargeMw = Series(values, energy.Charge[s]),
                DischargeMw = Series(values, energy.Discharge[s]),
                UnitMw = [.. energy.Units[s].Select(unit => Series(values, unit.Output))],
                UnitOn = [.. energy.Units[s].Select(unit => Series(values, unit.On).Select(on => on > 0.5).ToArray())],
            })],
        };
    }

    /// <summary>The point of a plan.</summary>
    public double[] Write(JointPlan plan, PlanAccount account)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(account);
        var values = new double[program.Linear.ColumnCount];
        for (var j = 0; j < compute.Starts.Count; j++)
        {
            foreach (var (column, start) in compute.Starts[j])
                values[column] = plan.Starts[j] == start ? 1 : 0;
        }

        WriteRunning(plan, values);
        WriteInference(plan, values);
        for (var s = 0; s < instance.Sites.Count; s++)
            WriteSite(plan.Sites[s], account.Sites[s], s, values);
        if (energy.Slack != JointRows.None)
            values[energy.Slack] = account.OverBudgetT;
        exclusions.Complete(values, energy);
        return values;
    }

    private void WriteRunning(JointPlan plan, double[] values)
    {
        for (var j = 0; j < plan.Starts.Count; j++)
        {
            if (plan.Starts[j] is not { } start)
                continue;
            var job = instance.Jobs[j];
            for (var t = start.Slot; t < Math.Min(Slots, start.Slot + job.LengthSlots); t++)
                values[compute.Running[start.Site][job.PowerClass] + t] += job.Gpus;
        }
    }

    private void WriteInference(JointPlan plan, double[] values)
    {
        for (var k = 0; k < plan.Routes.Count; k++)
        {
            var inference = instance.Classes[k];
            for (var t = 0; t < Slots; t++)
            {
                var served = plan.Routes[k].Served(t);
                values[compute.Unserved[k] + t] = inference.DemandGpus[t] - served;
                if (compute.Shortfall[k] != JointRows.None)
                    values[compute.Shortfall[k] + t] = Math.Max(0, inference.MinServedShare * inference.DemandGpus[t] - served);
            }

            for (var s = 0; s < instance.Sites.Count; s++)
                Copy(plan.Routes[k].At(s).ToArray(), compute.Routes[k][s], values);
        }
    }

    private void WriteSite(SitePlan plan, SiteAccount account, int s, double[] values)
    {
        Copy(plan.ImportMw, energy.Import[s], values);
        Copy(plan.ExportMw, energy.Export[s], values);
        Copy(plan.RenewableMw, energy.Renewable[s], values);
        Copy(plan.ChargeMw, energy.Charge[s], values);
        Copy(plan.DischargeMw, energy.Discharge[s], values);
        Copy(account.StoredMwh, energy.Stored[s], values);
        for (var g = 0; g < energy.Units[s].Length; g++)
        {
            var (columns, was) = (energy.Units[s][g], instance.Sites[s].Units[g].InitiallyOn);
            for (var t = 0; t < Slots; t++)
            {
                var on = plan.UnitOn[g][t];
                values[columns.Output + t] = plan.UnitMw[g][t];
                values[columns.On + t] = on ? 1 : 0;
                values[columns.Started + t] = on && !was ? 1 : 0;
                values[columns.Stopped + t] = was && !on ? 1 : 0;
                was = on;
            }
        }
    }

    private void Copy(IReadOnlyList<double> from, int first, double[] values)
    {
        if (first == JointRows.None)
            return;
        for (var t = 0; t < Slots; t++)
            values[first + t] = from[t];
    }

    private double[] Series(IReadOnlyList<double> values, int first)
    {
        var series = new double[Slots];
        for (var t = 0; first != JointRows.None && t < Slots; t++)
            series[t] = Math.Max(0, values[first + t]);
        return series;
    }
}

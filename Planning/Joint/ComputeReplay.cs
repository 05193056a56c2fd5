namespace ControlPlane.Planning.Joint;

/// <summary>The jobs and the inference of a plan: what they keep busy and earn, and which of their rules they break.</summary>
internal sealed class ComputeReplay
{
    private readonly JointInstance _instance;
    private readonly JointPlan _plan;
    private readonly ReplayFaults _faults;
    private readonly double[][] _drawnGpus;

    public ComputeReplay(JointInstance instance, JointPlan plan, ReplayFaults faults)
    {
        (_instance, _plan, _faults) = (instance, plan, faults);
        double[][] Empty() => [.. instance.Sites.Select(_ => new double[instance.Slots])];
        (TrainingGpus, InferenceGpus, _drawnGpus, EarnedUsd) = (Empty(), Empty(), Empty(), new double[instance.Slots]);
        RunJobs();
        Serve();
        for (var s = 0; s < instance.Sites.Count; s++)
        {
            for (var t = 0; t < instance.Slots; t++)
                faults.AtMost(TrainingGpus[s][t] + InferenceGpus[s][t], instance.Sites[s].Gpus[t], $"GPUs of {instance.Sites[s].Name} in slot {t}");
        }
    }

    /// <summary>GPUs busy with jobs, by site and slot.</summary>
    public double[][] TrainingGpus { get; }

    /// <summary>GPUs busy with inference, by site and slot.</summary>
    public double[][] InferenceGpus { get; }

    /// <summary>What the work earns.</summary>
    public PlanMoney Money { get; private set; } = new();

    /// <summary>The same slot by slot; a job's value comes in equal parts.</summary>
    public double[] EarnedUsd { get; }

    public double DemandGpuH { get; private set; }

    public double UnservedGpuH { get; private set; }

    /// <summary>Busy GPUs of a site by slot, each weighted with the part of a GPU's power that it draws.</summary>
    public double[] DrawnGpus(int site) => _drawnGpus[site];

    private void RunJobs()
    {
        var earned = 0.0;
        for (var j = 0; j < _plan.Starts.Count; j++)
        {
            var job = _instance.Jobs[j];
            if (_plan.Starts[j] is not { } start)
            {
                _faults.Forbidden(job.IsMandatory, $"{job.Name} must run and does not");
                continue;
            }

            _faults.Forbidden(!job.Sites.Contains(start.Site), $"{job.Name} at a site that may not run it");
            _faults.Forbidden(start.Slot < job.ReleaseSlot, $"{job.Name} before its release");
            _faults.Forbidden(start.Slot + job.LengthSlots > job.DeadlineSlot, $"{job.Name} after its deadline");
            earned += job.ValueUsd;
            for (var t = Math.Max(0, start.Slot); t < Math.Min(_instance.Slots, start.Slot + job.LengthSlots); t++)
            {
                TrainingGpus[start.Site][t] += job.Gpus;
                _drawnGpus[start.Site][t] += job.Gpus * _instance.PowerShares[job.PowerClass];
                EarnedUsd[t] += job.ValueUsd / job.LengthSlots;
            }
        }

        Money = Money with { JobsUsd = earned };
    }

    private void Serve()
    {
        var (hours, earned, unserved, shortfall) = (_instance.SlotHours, 0.0, 0.0, 0.0);
        for (var k = 0; k < _instance.Classes.Count; k++)
        {
            var (inference, route) = (_instance.Classes[k], _plan.Routes[k]);
            for (var t = 0; t < _instance.Slots; t++)
            {
                var (demand, served) = (inference.DemandGpus[t], route.Served(t));
                // What rounding leaves is not missing.
                var missing = demand - served > ReplayFaults.Rounding ? demand - served : 0;
                _faults.AtMost(served, demand, $"{inference.Name} served in slot {t}");
                var (earnedUsd, unservedUsd) = (hours * inference.RevenueUsdPerGpuH * served, hours * inference.UnservedUsdPerGpuH * missing);
                var shortfallUsd = hours * _instance.ShortfallUsdPerGpuH * Math.Max(0, inference.MinServedShare * demand - served);
                (earned, unserved, shortfall) = (earned + earnedUsd, unserved + unservedUsd, shortfall + shortfallUsd);
                EarnedUsd[t] += earnedUsd - unservedUsd - shortfallUsd;
                DemandGpuH += hours * demand;
                UnservedGpuH += hours * missing;
                Place(inference, route, t);
            }
        }

        Money = Money with { InferenceUsd = earned, UnservedUsd = unserved, ShortfallUsd = shortfall };
    }

    private void Place(InferenceClass inference, RoutePlan route, int slot)
    {
        for (var s = 0; s < _instance.Sites.Count; s++)
        {
            var gpus = route[s, slot];
            _faults.AtMost(-gpus, 0, $"{inference.Name} at {_instance.Sites[s].Name} in slot {slot} below 0");
            if (inference.LatencyMs[s] > inference.LatencyLimitMs)
                _faults.MustBeZero(gpus, $"{inference.Name} at {_instance.Sites[s].Name}, which is too far, in slot {slot}");
            InferenceGpus[s][slot] += gpus;
            _drawnGpus[s][slot] += gpus * inference.PowerShare;
        }
    }
}

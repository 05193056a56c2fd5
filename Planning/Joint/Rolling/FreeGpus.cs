namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>GPUs that jobs leave at each site in a slot, and routes that are cut to them.</summary>
internal static class FreeGpus
{
    public static double[] In(JointInstance truth, RollingState state, int slot)
    {
        double[] free = [.. truth.Sites.Select(site => site.Gpus[slot])];
        foreach (var (job, start) in state.RunningIn(slot))
            free[start.Site] = Math.Max(0, free[start.Site] - truth.Jobs[job].Gpus);
        return free;
    }

    /// <summary>Routes of one slot from GPUs by class and site: where more are wanted than are free, each class gets the same part.</summary>
    public static RoutePlan[] Cut(double[][] gpus, double[] free)
    {
        for (var s = 0; s < free.Length; s++)
        {
            var wanted = gpus.Sum(k => k[s]);
            var part = wanted > free[s] ? free[s] / wanted : 1;
            foreach (var k in gpus)
                k[s] *= part;
        }

        return [.. gpus.Select(k => new RoutePlan(k, 1))];
    }
}

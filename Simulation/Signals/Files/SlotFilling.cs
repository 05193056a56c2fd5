namespace ControlPlane.Simulation.Signals.Files;

/// <summary>Puts samples into slots of one length.</summary>
internal static class SlotFilling
{
    /// <summary>A value for every slot, and how many the samples lack.</summary>
    /// <param name="samples">At least one, in order of time.</param>
    /// <param name="step">Length of a slot.</param>
    /// <param name="isLinear">Whether missing values run linearly; else the last value holds.</param>
    /// <param name="offGrid">What to throw for a sample that is in no slot.</param>
    public static (double[] Values, int Filled) Fill(IReadOnlyList<Sample> samples, TimeSpan step, bool isLinear, Func<Sample, TimeSpan, Exception> offGrid)
    {
        var start = samples[0].Utc;
        var values = new double[(samples[^1].Utc - start).Ticks / step.Ticks + 1];
        var last = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            var ticks = (samples[i].Utc - start).Ticks;
            if (ticks % step.Ticks != 0)
                throw offGrid(samples[i], step);
            var slot = (int)(ticks / step.Ticks);
            values[slot] = samples[i].Value;
            for (var k = last + 1; k < slot; k++)
                values[k] = isLinear ? values[last] + (values[slot] - values[last]) * (k - last) / (slot - last) : values[last];
            last = slot;
        }

        return (values, values.Length - samples.Count);
    }
}

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>
/// Samples that stand at the end of their interval become samples at the start of a slot. A market that is cleared anew between two steps writes an additional time there: each value
/// holds from the time before it, and a slot has the mean of what held during it, weighted by time.
/// </summary>
internal static class SlotEnds
{
    /// <summary>Samples at the starts of slots. Where ends lie between steps, the slots lie on whole multiples of the step.</summary>
    /// <param name="samples">At least one, in order of time, at the ends of intervals.</param>
    /// <param name="step">Length of a slot.</param>
    public static List<Sample> ToStarts(List<Sample> samples, TimeSpan step)
    {
        if (samples.TrueForAll(s => (s.Utc - samples[0].Utc).Ticks % step.Ticks == 0))
            return samples.ConvertAll(s => s with { Utc = s.Utc - step });
        var slots = new List<(long Slot, double Sum, long Ticks, int Line)>();
        var from = samples[0].Utc.UtcTicks - step.Ticks;
        foreach (var sample in samples)
        {
            var to = sample.Utc.UtcTicks;
            for (var at = Math.Max(from, to - step.Ticks); at < to;)
            {
                var slot = at / step.Ticks;
                var length = Math.Min(to, (slot + 1) * step.Ticks) - at;
                if (slots.Count == 0 || slots[^1].Slot != slot)
                    slots.Add((slot, 0, 0, sample.Line));
                var (_, sum, ticks, line) = slots[^1];
                slots[^1] = (slot, sum + length * sample.Value, ticks + length, line);
                at += length;
            }

            from = to;
        }

        return slots.ConvertAll(s => new Sample(new DateTimeOffset(s.Slot * step.Ticks, TimeSpan.Zero), s.Sum / s.Ticks, s.Line));
    }
}

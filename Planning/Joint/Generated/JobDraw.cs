using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Planning.Joint.Generated;

/// <summary>Draws training jobs: sizes that together make the target load, lengths around five hours, windows of 1.2 to 3 lengths.</summary>
internal static class JobDraw
{
    private const double MostGpus = 384;

    /// <summary>Jobs draw all of a GPU's power, or three quarters of it.</summary>
    public static IReadOnlyList<double> PowerShares { get; } = [1.0, 0.75];

    public static IReadOnlyList<TrainingJob> All(GeneratorSettings settings, IReadOnlyList<SiteDraw> sites)
    {
        TrainingJob[] jobs = [.. Enumerable.Range(0, settings.Jobs).Select(j => One(settings, sites.Count, j))];
        var wantedGpuH = (settings.IsTight ? 0.95 : 0.55) * sites.Sum(site => site.Gpus) * settings.Hours;
        var factor = wantedGpuH / Math.Max(1, jobs.Sum(job => job.Gpus * job.LengthSlots / settings.SlotsPerHour));
        return [.. jobs.Select(job => Scale(job, Math.Clamp(Math.Round(job.Gpus * factor), 1, MostGpus)))];
    }

    private static TrainingJob One(GeneratorSettings settings, int sites, int j)
    {
        var random = new RandomStream(settings.Seed, $"job/{j}");
        var gpus = random.OneOf<double>([32, 64, 128, 256, 512]);
        var hours = Math.Clamp(Math.Exp(Math.Log(5) + random.NextNormal(0, 0.6)), 0.25, settings.Hours);
        var slack = settings.IsTight ? random.Between(1.0, 1.8) : random.Between(1.2, 3.0);
        var slots = settings.Hours * settings.SlotsPerHour;
        var length = Math.Clamp((int)Math.Ceiling(hours * settings.SlotsPerHour), 1, slots);
        var window = Math.Clamp((int)Math.Ceiling(length * slack), length, slots);
        var release = (int)(random.NextUniform() * (slots - window + 1));
        int[] eligible = [.. Enumerable.Range(0, sites).Where(_ => random.NextUniform() < 0.75)];
        return new TrainingJob
        {
            Name = $"job-{j + 1}",
            Gpus = gpus,
            LengthSlots = length,
            ReleaseSlot = release,
            DeadlineSlot = release + window,
            // What it earns for a GPU, for now.
            ValueUsd = random.Between(1.6, 2.9) * settings.ValueFactor * length / settings.SlotsPerHour,
            Sites = eligible.Length > 0 ? eligible : [random.NextBelow(sites)],
            PowerClass = random.NextBelow(PowerShares.Count),
        };
    }

    private static TrainingJob Scale(TrainingJob job, double gpus) => job with { Gpus = gpus, ValueUsd = job.ValueUsd * gpus };
}

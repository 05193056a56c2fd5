using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Planning.Joint.Generated;

/// <summary>
/// Draws instances of the joint plan (compute-power-milp.md, section 1.8). Every site, series, job and class has a stream of its own, and noise is drawn by the hour, so that finer
/// slots or another job leave everything else as it is.
/// </summary>
public static class InstanceGenerator
{
    /// <summary>Draws an instance.</summary>
    /// <param name="settings">Its size and kind.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static JointInstance Generate(GeneratorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(settings));
        SiteDraw[] sites = [.. Enumerable.Range(0, settings.Sites).Select(s => new SiteDraw(settings, s))];
        var instance = new JointInstance
        {
            Name = $"{settings.Sites}x{settings.Hours * settings.SlotsPerHour}x{settings.Jobs}x{settings.Classes}-{settings.Seed}",
            SlotHours = 1.0 / settings.SlotsPerHour,
            Slots = settings.Hours * settings.SlotsPerHour,
            Sites = [.. sites.Select(site => site.Site)],
            Jobs = JobDraw.All(settings, sites),
            Classes = ClassDraw.All(settings, sites),
            PowerShares = JobDraw.PowerShares,
            Carbon = new CarbonTerms { UsdPerT = settings.CarbonUsdPerT, BudgetT = settings.CarbonBudgetT },
        };
        instance.Check();
        return instance;
    }

    internal static double Between(this RandomStream random, double least, double most) => least + (most - least) * random.NextUniform();

    internal static T OneOf<T>(this RandomStream random, ReadOnlySpan<T> choices) => choices[random.NextBelow(choices.Length)];

    /// <summary>A value an hour becomes one a slot.</summary>
    internal static double[] BySlot(GeneratorSettings settings, Func<int, double> byHour)
    {
        double[] hours = [.. Enumerable.Range(0, settings.Hours).Select(byHour)];
        return [.. Enumerable.Range(0, settings.Hours * settings.SlotsPerHour).Select(t => hours[t / settings.SlotsPerHour])];
    }
}

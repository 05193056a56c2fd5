using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Generation.Arrivals;

namespace ControlPlane.Simulation.Generation;

/// <summary>A day of generation: providers, their links and sites, the jobs, what users pay.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Providers">The providers, at least one.</param>
/// <param name="Deadlines">The deadline classes, at least one.</param>
/// <param name="Signals">What the world offers each provider's site.</param>
public sealed record GenerationScenario(
    string Name,
    IReadOnlyList<ServiceProviderSpec> Providers,
    IReadOnlyList<DeadlineClass> Deadlines,
    IReadOnlyList<ProviderSignals> Signals)
{
    /// <summary>The ways between providers, by origin and then by provider; a provider's way to itself does not count.</summary>
    public required IReadOnlyList<IReadOnlyList<TransferLink>> Links { get; init; }

    /// <summary>How jobs arrive.</summary>
    public ArrivalPlan Arrivals { get; init; } = new();

    /// <summary>Kinds of prompts, drawn alike often.</summary>
    public IReadOnlyList<PromptCategory> Categories { get; init; } = PromptCategory.Parti;

    /// <summary>Numbers of denoising steps to choose from, rising.</summary>
    public IReadOnlyList<int> Steps { get; init; } = GenerationModels.Steps;

    /// <summary>What users pay.</summary>
    public GenerationTerms Terms { get; init; } = new();

    /// <summary>Length of a slot, s.</summary>
    public double SlotS { get; init; } = 300;

    /// <summary>Slots of the day.</summary>
    public int SlotCount { get; init; } = 288;

    /// <summary>Hour of the day, UTC, at which it begins, [0, 24).</summary>
    public double BeginHour { get; init; }

    /// <summary>The dispatcher of every site, by its name in the <see cref="DispatchCatalog"/>.</summary>
    public string Dispatch { get; init; } = "threshold";

    /// <summary>Whether dispatchers know the day that comes; else they take the day before for it.</summary>
    public bool IsForecastPerfect { get; init; }

    /// <summary>What of the inner layer is left out.</summary>
    public GenerationOptions Options { get; init; } = GenerationOptions.Full;

    /// <summary>The longest deadline, s: nobody waits longer.</summary>
    public double PatienceS => Deadlines.Max(d => d.WithinS);

    /// <summary>Hour of the day, UTC, at which a slot begins, [0, 24).</summary>
    /// <param name="slot">The slot.</param>
    public double HourOfDay(int slot) => (BeginHour + slot * SlotS / 3600) % 24;

    /// <summary>The way from a provider to another, or to itself.</summary>
    /// <param name="origin">Index of the one.</param>
    /// <param name="provider">Index of the other.</param>
    public TransferLink Link(int origin, int provider) => origin == provider ? TransferLink.Local : Links[origin][provider];

    /// <summary>A provider as the options leave it.</summary>
    /// <param name="provider">Its index.</param>
    public ServiceProviderSpec Provider(int provider)
    {
        var spec = Providers[provider];
        var energy = spec.Energy;
        if (!Options.HasBattery)
            energy = energy with { Battery = null };
        if (!Options.HasRenewables)
            energy = energy with { Pv = null, Wind = null };
        if (!Options.HasSelling)
            energy = energy with { Grid = energy.Grid with { ExportKw = 0 } };
        return spec with { Energy = energy, Gpu = Options.HasClocks ? spec.Gpu : spec.Gpu with { Clocks = [GenerationGpu.FullClock] } };
    }

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (Providers.Count == 0 || Deadlines.Count == 0 || Categories.Count == 0)
            return "providers, deadlines and categories must be at least one each";
        if (Providers.Select(p => p.Name).Distinct().Count() < Providers.Count)
            return "providers must have different names";
        foreach (var provider in Providers)
        {
            if (provider.Complain() is { } wrong)
                return $"provider {provider.Name}: {wrong}";
        }

        if (Deadlines.FirstOrDefault(d => !(d.WithinS > 0 && double.IsFinite(d.WithinS))) is { } deadline)
            return $"deadline {deadline.Name}: withinS must be a number above 0, not {deadline.WithinS}";
        if (Links.Count != Providers.Count || Links.Any(row => row.Count != Providers.Count))
            return $"links must be {Providers.Count} rows of {Providers.Count}";
        if (Links.SelectMany(row => row).Select(link => link.Complain()).FirstOrDefault(c => c is not null) is { } link)
            return $"links: {link}";
        if (Steps.Count == 0 || Steps[0] < 1 || Steps.Zip(Steps.Skip(1), (x, y) => x < y).Contains(false))
            return $"steps must be at least 1 and in rising order, not {string.Join(", ", Steps)}";
        if (!(SlotS > 0 && double.IsFinite(SlotS)) || SlotCount < 1)
            return $"slotS must be above 0 and slotCount at least 1, not {SlotS} and {SlotCount}";
        if (Signals.Count != Providers.Count || Signals.Any(s => s.Day.Count != SlotCount || s.DayBefore.Count != SlotCount))
            return $"signals must be {SlotCount} slots of the day and of the day before for each provider";
        if (!DispatchCatalog.Names.Contains(Dispatch))
            return $"there is no dispatcher '{Dispatch}'; there are {string.Join(", ", DispatchCatalog.Names)}";
        if (Arrivals.Trace.Any(j => !(j.ArrivalS >= 0) || j.Origin < 0 || j.Origin >= Providers.Count || j.DeadlineClass < 0
            || j.DeadlineClass >= Deadlines.Count || j.Category < 0 || j.Category >= Categories.Count || j.Images < 1))
        {
            return "arrivals: a job of the trace has no such time, origin, deadline class, category or number of images";
        }

        return Arrivals.Complain() is { } arrivals ? $"arrivals: {arrivals}" : null;
    }
}

using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes a day of generation of a merged file.</summary>
/// <param name="files">Opens files of signals.</param>
internal sealed class GenerationBinder(ScenarioFiles files)
{
    private const double SecondsPerDay = 86_400;
    private readonly Problems _problems = new();

    /// <summary>Makes the day.</summary>
    /// <param name="file">The merged file.</param>
    /// <param name="defaultName">Its name when it gives none.</param>
    /// <exception cref="ScenarioException">Something is wrong.</exception>
    public GenerationDays Bind(YamlMapping file, string defaultName)
    {
        if (ScenarioKinds.Of(file) == ScenarioKind.Fleet && !file.TryGet(ScenarioKinds.Key, out _))
            throw new ScenarioException(new ScenarioProblem(file.File, file.Line, file.Column, ScenarioKinds.Key, $"is missing; a day of generation says 'kind: {ScenarioKinds.Generation}'"));
        var completed = YamlMerge.Complete(file, GenerationFields.Providers.Name, GenerationFields.ProviderDefaults.Name);
        var isRead = new SectionKind(GenerationFields.Schema).TryRead(completed, _problems, out var root);
        _problems.ThrowIfAny();
        return isRead ? Make(root!, defaultName) : throw new InvalidOperationException("A refused file must have a problem.");
    }

    private GenerationDays Make(Section root, string defaultName)
    {
        var providers = new ProviderBinder(_problems);
        var specs = providers.Bind(root, root.Get(GenerationFields.Providers));
        var signals = new SignalBinder(root.Get(RootFields.Start), root.Get(GenerationFields.Days) * SecondsPerDay, files, _problems);
        SiteSignals?[] bound = [.. root.Get(GenerationFields.Providers).Select(p => signals.Bind(p.Get(ProviderFields.Energy)))];
        var scenario = new GenerationScenario(root.Find(RootFields.Name)?.Text ?? defaultName, specs, Deadlines(root), [])
        {
            Links = providers.BindLinks(root),
            Arrivals = Arrivals(root.Find(GenerationFields.Arrivals), signals),
            Steps = StepList.Bind(root, _problems),
            Terms = new GenerationTerms(root.Get(GenerationFields.Revenue), root.Get(GenerationFields.Penalty)),
            SlotS = root.Get(GenerationFields.Slot),
            SlotCount = SlotCount(root),
            Dispatch = root.Get(RootFields.Dispatch),
            IsForecastPerfect = root.Get(RootFields.Forecast) == EnergyForecast.Perfect,
            Options = Options(root.Find(GenerationFields.Without) ?? []),
        };
        var policies = new PolicyBinder(GenerationPolicyCatalog.All, files, _problems).Bind(root.Get(GenerationFields.Policies).Value ?? []);
        _problems.ThrowIfAny();
        var days = new GenerationDays(scenario, [.. bound.Select(s => s!)], root.Get(RootFields.Start), (int)root.Get(GenerationFields.Days))
        {
            Title = root.Find(RootFields.Title)?.Text ?? scenario.Name,
            Description = root.Find(RootFields.Description)?.Text.Trim() ?? "",
            Seed = root.Get(RootFields.Seed),
            Policies = policies,
        };
        CheckSpan(root, days);
        _problems.ThrowIfAny();
        return days;
    }

    private IReadOnlyList<DeadlineClass> Deadlines(Section root)
    {
        var deadlines = root.Get(GenerationFields.Deadlines);
        if (deadlines.Count == 0)
            _problems.Add(root.At(GenerationFields.Deadlines), "must have at least one deadline");
        return [.. deadlines.Select(d => new DeadlineClass(d.Key, d.Value))];
    }

    private int SlotCount(Section root)
    {
        var slotS = root.Get(GenerationFields.Slot);
        var count = Math.Round(SecondsPerDay / slotS);
        if (Math.Abs(count * slotS - SecondsPerDay) > 1e-6)
            _problems.Add(root.At(GenerationFields.Slot), $"a day must be a whole number of slots; {slotS} s make {SecondsPerDay / slotS:0.###}");
        return (int)count;
    }

    private ArrivalPlan Arrivals(Section? written, SignalBinder signals)
    {
        var plan = new ArrivalPlan();
        if (written is null)
            return plan;
        return plan with
        {
            JobsPerSlot = written.Get(GenerationArrivalFields.JobsPerSlot),
            Swing = written.Get(GenerationArrivalFields.Swing),
            RisingHours = written.Find(GenerationArrivalFields.RisingHours) ?? plan.RisingHours,
            HourWeights = HourWeights(written, signals),
            Noise = written.Get(GenerationArrivalFields.Noise),
            Mode = written.Get(GenerationArrivalFields.Decide),
            Images = (int)written.Get(GenerationArrivalFields.Images),
            BytesPerImage = written.Get(GenerationArrivalFields.ImageSize),
        };
    }

    private IReadOnlyList<double> HourWeights(Section arrivals, SignalBinder signals)
    {
        var weights = arrivals.Find(GenerationArrivalFields.HourWeights) ?? [];
        if (weights.Count > 0 && weights.Sum() == 0)
            _problems.Add(arrivals.At(GenerationArrivalFields.HourWeights), "must not all be 0");
        if (arrivals.Find(GenerationArrivalFields.HourFile) is not { } file)
            return weights;
        if (weights.Count > 0)
            _problems.Add(file, $"cannot be beside {GenerationArrivalFields.HourWeights.Name}: both give the shape of the day");
        return signals.HourShares(file);
    }

    private static GenerationOptions Options(IReadOnlyList<string> without) => new()
    {
        HasClocks = !without.Contains("clocks"),
        HasBattery = !without.Contains("batteries"),
        HasRenewables = !without.Contains("renewables"),
        HasSelling = !without.Contains("selling"),
    };

    // The first and the last day need all signals, the first one those of the day before too.
    private void CheckSpan(Section root, GenerationDays days)
    {
        try
        {
            days.At(0);
            days.At(days.Days - 1);
        }
        catch (ArgumentOutOfRangeException error)
        {
            // Without the name of a parameter, which the reader of the file does not know.
            _problems.Add(root.At(RootFields.Start), error.Message.Split(" (Parameter")[0]);
        }
    }
}

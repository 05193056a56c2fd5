using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say what is learned from.</summary>
internal sealed class TrainingPlanInput
{
    private const double MostLoad = 100;
    private static readonly TrainingPlan Default = new((Scenario)null!);
    private static readonly GenerationTrainingPlan DefaultDays = new((GenerationDays)null!);

    private readonly Option<long?> _rounds = Quantity.WholeOption("--rounds", 1, 1_000_000, $"Rounds (default: {Default.Rounds}); of generation jobs days (default: {string.Join(", ", SchedulingLearnerCatalog.All.Select(l => $"{l.Days} for {l.Name}"))}).");
    private readonly Option<long?> _worlds = Quantity.WholeOption("--worlds", 1, 1000, $"Worlds side by side in a round; their decisions alternate (default: {Default.Worlds}).");
    private readonly Option<double?> _length = LengthInput.Option("--world-length", $"Length of a world: days, or with a unit 6h, 30m (default: {Default.HorizonS / 3600:0} h).");
    private readonly Option<string?> _load = new("--load") { HelpName = "A..B", Description = $"Each world draws its load from this range, as a factor on the scenario's (default: {Text(Default.Load)})." };
    private readonly Option<long?> _look = Quantity.WholeOption("--look-every", 1, 1_000_000, $"Rounds between two looks at held-out runs (default: {Default.RoundsPerLook}; of generation jobs {DefaultDays.RoundsPerLook}).");
    private readonly Option<double?> _lookLength = LengthInput.Option("--look-length", "Length of each held-out run (default: 1 day).");
    private readonly Option<long?> _heldOutDays = Quantity.WholeOption("--held-out-days", 1, 366, $"Days of each look, of generation jobs (default: {DefaultDays.HeldOutDays}).");
    private readonly Option<double?> _share = Quantity.Option("--learned-share", 0, 1, $"Share of a scenario's days that is learned from, of generation jobs; looks take the others (default: {DefaultDays.LearnedShare}).");
    private readonly Option<long?> _patience = Quantity.WholeOption("--patience", 0, 1_000_000, "End after so many looks without a better model; 0 for never (default).");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [_rounds, _worlds, _length, _load, _look, _lookLength, _heldOutDays, _share, _patience];

    /// <summary>The plan asked for, of placements.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="learner">The learner's name.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">It is wrong.</exception>
    public TrainingPlan Read(ParseResult result, string learner, Scenario scenario)
    {
        Refuse(result, [_heldOutDays, _share], learner, "learns to place jobs");
        return Read(result, scenario);
    }

    /// <summary>The plan asked for, of generation jobs.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="learner">The learner.</param>
    /// <param name="days">The scenario.</param>
    /// <exception cref="InputException">It is wrong.</exception>
    public GenerationTrainingPlan Read(ParseResult result, SchedulingLearnerDescriptor learner, GenerationDays days)
    {
        Refuse(result, [_worlds, _length, _load, _lookLength], learner.Name, "learns from one whole day a round");
        return new(days)
        {
            Rounds = (int)(result.GetValue(_rounds) ?? learner.Days),
            RoundsPerLook = (int)(result.GetValue(_look) ?? DefaultDays.RoundsPerLook),
            Patience = (int)(result.GetValue(_patience) ?? DefaultDays.Patience),
            HeldOutDays = (int)(result.GetValue(_heldOutDays) ?? DefaultDays.HeldOutDays),
            LearnedShare = result.GetValue(_share) ?? DefaultDays.LearnedShare,
        };
    }

    private static void Refuse(ParseResult result, IEnumerable<Option> options, string learner, string how)
    {
        if (options.FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } given)
            throw new InputException($"{given.Name} means nothing to '{learner}', which {how}");
    }

    private TrainingPlan Read(ParseResult result, Scenario scenario) => new(scenario)
    {
        Rounds = (int)(result.GetValue(_rounds) ?? Default.Rounds),
        Worlds = (int)(result.GetValue(_worlds) ?? Default.Worlds),
        HorizonS = result.GetValue(_length) ?? Default.HorizonS,
        Load = result.GetValue(_load) is { } text ? Range(text) : Default.Load,
        RoundsPerLook = (int)(result.GetValue(_look) ?? Default.RoundsPerLook),
        Patience = (int)(result.GetValue(_patience) ?? Default.Patience),
        HeldOut = Default.HeldOut with { HorizonS = result.GetValue(_lookLength) ?? Default.HeldOut.HorizonS },
    };

    private static (double Least, double Most) Range(string text)
    {
        var ends = text.Split("..");
        if (ends.Length is 1 or 2 && Quantity.TryNumber(ends[0], out var least) && Quantity.TryNumber(ends[^1], out var most) && least > 0 && most >= least && most <= MostLoad)
            return (least, most);
        throw new InputException($"--load must be a range such as 0.5..1.8, or one factor, in (0, {MostLoad}], not '{text}'");
    }

    private static string Text((double Least, double Most) range) => $"{range.Least}..{range.Most}";
}

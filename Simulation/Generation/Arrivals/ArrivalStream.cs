using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Generation.Arrivals;

/// <summary>The jobs of a day, a slot at a time. Streams of their own make them the same under every rule.</summary>
internal sealed class ArrivalStream
{
    private readonly GenerationScenario _scenario;
    private readonly ArrivalPlan _plan;
    private readonly IRandomStream[] _counts;
    private readonly IRandomStream[] _kinds;
    private readonly List<(double OffsetS, int Origin, int Class, int Category)> _single = [];
    private long _lastId;
    private int _replayed;

    public ArrivalStream(GenerationScenario scenario, long seed)
    {
        (_scenario, _plan) = (scenario, scenario.Arrivals);
        var names = scenario.Providers.Select(p => p.Name).ToArray();
        _counts = [.. names.Select(name => new RandomStream(seed, "generation/counts/" + name))];
        _kinds = [.. names.Select(name => new RandomStream(seed, "generation/kinds/" + name))];
    }

    /// <summary>Adds the cohorts of the next slot in the order in which they are decided upon.</summary>
    public void Draw(int slot, List<GenerationCohort> cohorts)
    {
        if (_plan.Trace.Count > 0)
            Replay(slot, cohorts);
        else
            DrawSlot(slot, cohorts);
    }

    private void DrawSlot(int slot, List<GenerationCohort> cohorts)
    {
        _single.Clear();
        for (var origin = 0; origin < _counts.Length; origin++)
        {
            var mean = _plan.MeanJobs(origin, _counts.Length, _scenario.HourOfDay(slot)) / _scenario.Deadlines.Count;
            for (var kind = 0; kind < _scenario.Deadlines.Count; kind++)
            {
                var noise = Math.Exp(_counts[origin].NextNormal(-_plan.Noise * _plan.Noise / 2, _plan.Noise));
                var count = Poisson.Draw(_counts[origin], mean * noise);
                if (_plan.Mode == ArrivalMode.PerJob)
                    DrawSingly(origin, kind, count);
                else if (count > 0)
                    cohorts.Add(Cohort(slot * _scenario.SlotS, origin, kind, Category(origin), count, _plan.Images));
            }
        }

        foreach (var (offsetS, origin, kind, category) in _single.OrderBy(j => j.OffsetS))
            cohorts.Add(Cohort(slot * _scenario.SlotS + offsetS, origin, kind, category, 1, _plan.Images));
    }

    private void DrawSingly(int origin, int kind, int count)
    {
        for (var job = 0; job < count; job++)
            _single.Add((_kinds[origin].NextUniform() * _scenario.SlotS, origin, kind, Category(origin)));
    }

    private void Replay(int slot, List<GenerationCohort> cohorts)
    {
        for (var endS = (slot + 1) * _scenario.SlotS; _replayed < _plan.Trace.Count && _plan.Trace[_replayed].ArrivalS < endS; _replayed++)
        {
            var job = _plan.Trace[_replayed];
            cohorts.Add(Cohort(job.ArrivalS, job.Origin, job.DeadlineClass, job.Category, 1, job.Images));
        }
    }

    private int Category(int origin) => _kinds[origin].NextBelow(_scenario.Categories.Count);

    private GenerationCohort Cohort(double arrivalS, int origin, int kind, int category, int count, int images) => new(
        ++_lastId,
        arrivalS,
        origin,
        kind,
        _scenario.Deadlines[kind].WithinS,
        category,
        _scenario.Categories[category].QualityFactor,
        count,
        images,
        images * _plan.BytesPerImage);
}

using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation;

namespace ControlPlane.Core.Tests.Generation.Learned.Guards;

/// <summary>
/// A day whose behaviour changes every six slots: a rule that is drawn anew, of whose decisions a share that is drawn too is left to chance. So windows differ in what was done in them, and
/// not only in their hour.
/// </summary>
internal sealed class VariedDay
{
    private const int SlotsPerRule = 6;
    private const int Chance = 0;
    private static readonly string[] Rules = ["random", "greedy", "least-loaded:steps=10", "least-loaded:steps=18", "local:steps=10", "local:steps=30"];
    private readonly IGenerationPolicy[] _rules;
    private readonly SchedulingShape _shape;
    private readonly SchedulingFeatures _features;
    private readonly PayOut _payOut;
    private readonly RandomStream _random;
    private readonly bool[] _mask;
    private readonly List<ToldDecision> _told = [];
    private (int Rule, double ChanceShare) _behaviour;

    private VariedDay(SchedulingShape shape, PayOutSettings payOut, long seed)
    {
        (_shape, _features, _payOut, _mask) = (shape, new(shape, hasQuotes: false), new(payOut), new bool[shape.Actions]);
        _random = new(seed, "varied/behaviour");
        _rules = [.. Rules.Select(r => GenerationPolicyCatalog.Create(PolicySpec.Parse(r, GenerationPolicyCatalog.All), new RandomStream(seed, "varied/rule")))];
    }

    /// <summary>The decisions of a day.</summary>
    /// <param name="scenario">The day.</param>
    /// <param name="shape">Its setting.</param>
    /// <param name="payOut">When it pays.</param>
    /// <param name="seed">Seed of jobs and behaviour.</param>
    public static List<ToldDecision> Play(GenerationScenario scenario, SchedulingShape shape, PayOutSettings payOut, long seed)
    {
        var varied = new VariedDay(shape, payOut, seed);
        using var day = new GenerationDay(scenario, seed);
        for (var slots = 0; !day.IsOver;)
        {
            if (slots % SlotsPerRule == 0 && day.View.DecisionInSlot == 0)
                varied._behaviour = (varied._random.NextBelow(Rules.Length), varied._random.NextUniform());
            var step = day.Apply(varied.Decide(day.View));
            if (!step.SlotClosed)
                continue;
            slots++;
            varied.Close(step);
        }

        return varied._told;
    }

    private GenerationDecision Decide(GenerationView view)
    {
        var state = new float[_features.Width];
        _features.Write(view, state, _mask);
        var said = _rules[_random.NextUniform() < _behaviour.ChanceShare ? Chance : _behaviour.Rule].Decide(view);
        Assert.True(view.IsFeasible(said));
        _told.Add(new(state, _shape.ActionOf(said.Provider, view.StepOf(said.Steps))));
        return said;
    }

    private void Close(in GenerationStep step)
    {
        var (reward, isPayOut) = _payOut.Closed(step.UtilityUsd, step.Jobs, step.OnTime, step.IsLast);
        (_told[^1].Reward, _told[^1].IsPayOut, _told[^1].IsEnd) = (reward, isPayOut, step.IsLast);
    }
}

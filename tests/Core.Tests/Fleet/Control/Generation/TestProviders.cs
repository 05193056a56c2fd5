using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Core.Tests.Fleet.Control.Generation;

/// <summary>Three providers with their journal in memory and a clock that stands still.</summary>
internal sealed class TestProviders
{
    public const double FoundedS = 1_767_225_600;
    public const double SlotS = 300;
    public static readonly SiteConditions Known = new(new Tariff(0.2, 0.1, 0.4), IrradianceWPerM2: 500);
    private readonly OperationBuffer _log = new();
    private readonly IGenerationRule _rule;
    private readonly GenerationFleet _fleet;
    private readonly int _remembered;

    public TestProviders(GenerationFleet? fleet = null, IGenerationRule? rule = null, int capacity = 100_000, int remembered = 1_000)
    {
        (_fleet, _rule, _remembered) = (fleet ?? TestFleets.Providers(), rule ?? new LiveGeneration(LiveGeneration.Default), remembered);
        Desk = new GenerationDesk(_fleet, capacity, remembered, _log);
    }

    public GenerationDesk Desk { get; }

    public double NowS { get; private set; }

    public int Operations => _log.Count;

    public static GenerationSubmission Jobs(string id, int count = 1, string origin = "asp-0", string deadline = "relaxed") =>
        new() { Id = id, Origin = origin, Deadline = deadline, Count = count };

    /// <summary>Time passes, and what is due is done.</summary>
    public void Advance(double seconds)
    {
        NowS += seconds;
        Desk.Pass(NowS, FoundedS);
    }

    public GenerationJobView Submit(GenerationSubmission jobs)
    {
        Desk.Submit(jobs, _rule, NowS, FoundedS);
        return Find(jobs.Id);
    }

    public GenerationJobView Find(string id) => Desk.Find(id, FoundedS)!;

    /// <summary>The dispatcher of each provider without a decision decides.</summary>
    public void Decide(SiteConditions? conditions, double batteryKw = 0)
    {
        foreach (var question in Desk.Undecided(FoundedS))
            Desk.Decide(question.Site, question.Slot, new SlotDecision(new SiteSetPoint(batteryKw), SlotSource.Policy, "test", conditions));
    }

    /// <summary>The same desk, restored from its journal, and again from a snapshot of that.</summary>
    public GenerationDesk Restored()
    {
        var replayed = new GenerationDesk(_fleet, 1, _remembered, new OperationBuffer());
        OperationBuffer.ReplayAll(_log.Bytes.Span, replayed);
        Assert.Equal(Saved(Desk), Saved(replayed));
        var loaded = new GenerationDesk(_fleet, 1, _remembered, new OperationBuffer());
        var reader = new StateReader(Saved(replayed));
        loaded.Load(ref reader);
        reader.RequireEnd();
        Assert.Equal(Saved(Desk), Saved(loaded));
        return loaded;
    }

    private static byte[] Saved(GenerationDesk desk)
    {
        var writer = new StateWriter();
        desk.Save(writer);
        return writer.Written.ToArray();
    }
}

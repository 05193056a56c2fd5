using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>R7: the same seed gives the same event log, byte for byte, on any number of threads.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Event_log_is_the_same_bytes_in_every_run()
    {
        foreach (var policy in PolicyCatalog.WithoutRates)
        {
            var first = Log(policy.Name);
            Assert.NotEmpty(first);
            Assert.True(first.SequenceEqual(Log(policy.Name)), policy.Name);
        }
    }

    [Fact]
    public void Study_gives_the_same_logs_on_one_thread_and_on_two()
    {
        PolicySpec[] policies = [.. PolicyCatalog.WithoutRates.Select(p => PolicyModels.Load(new PolicySpec(p.Name)))];
        var plan = new StudyPlan(TestFleets.Small(), policies, [1, 2, 3], Parallelism: 1, Frontier: false);
        Assert.Equal(Hashes(Study.Run(plan)), Hashes(Study.Run(plan with { Parallelism = 2 })));
    }

    [Fact]
    public void Hash_tells_seeds_and_policies_apart()
    {
        var plan = new StudyPlan(TestFleets.Small(), [new("round-robin"), new("least-loaded")], [1, 2], Parallelism: 1, Frontier: false);
        Assert.Equal(4, Hashes(Study.Run(plan)).Distinct().Count());
    }

    [Fact]
    public void Watching_a_run_does_not_change_it()
    {
        var plain = Simulator.Run(TestFleets.Small(), new PolicySpec("power-of-d"), 5);
        var audited = Simulator.Run(TestFleets.Small(), new PolicySpec("power-of-d"), 5, new RunOptions { Audit = true });
        Assert.Equal(plain.EventLogHash, audited.EventLogHash);
    }

    private static IEnumerable<string> Hashes(StudyResult study) => study.Policies.SelectMany(p => p.Runs).Select(r => r.EventLogHash);

    private static byte[] Log(string policy)
    {
        var sink = new ByteSink();
        Simulator.Run(TestFleets.Small(), PolicyModels.Load(new PolicySpec(policy)), 42, new RunOptions { Sink = sink });
        return sink.Bytes.ToArray();
    }

    private sealed class ByteSink : IEventSink
    {
        private readonly byte[] _buffer = new byte[EventLogHash.EventBytes];

        public MemoryStream Bytes { get; } = new();

        public void Record(in FleetEvent entry)
        {
            EventLogHash.Encode(entry, _buffer);
            Bytes.Write(_buffer);
        }
    }
}

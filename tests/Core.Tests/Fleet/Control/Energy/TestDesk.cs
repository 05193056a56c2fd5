using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Core.Tests.Fleet.Control.Energy;

/// <summary>The energy of a site with its journal in memory, a clock that stands still and meters that run at a given power.</summary>
internal sealed class TestDesk
{
    /// <summary>2026-01-01 00:02:00 in UTC: two minutes into a slot of five.</summary>
    public const double BeginS = 1_767_225_720;

    private readonly OperationBuffer _log = new();
    private readonly EnergyDeskSettings _settings;
    private readonly SiteEnergySpec _spec;

    public TestDesk(SiteEnergySpec? spec = null, EnergyDeskSettings? settings = null)
    {
        (_spec, _settings) = (spec ?? TestFleets.Energy, settings ?? new EnergyDeskSettings());
        Desk = new SiteEnergyDesk(_spec, mostLoadKw: 6, _settings, _log);
    }

    public SiteEnergyDesk Desk { get; }

    public double AtS { get; private set; } = BeginS;

    /// <summary>What the meters show, J.</summary>
    public double ReadingJ { get; private set; }

    /// <summary>The meters run at a power for a time; the desk is not told.</summary>
    public void Run(double seconds, double loadKw)
    {
        AtS += seconds;
        ReadingJ += loadKw * 1000 * seconds;
    }

    /// <summary>The desk is told the present.</summary>
    public EnergyNews Pass() => Desk.Advance(AtS, ReadingJ);

    /// <summary>The meters run, and the desk is told.</summary>
    public EnergyNews Pass(double seconds, double loadKw)
    {
        Run(seconds, loadKw);
        return Pass();
    }

    /// <summary>Decides for the slot that waits.</summary>
    public bool Decide(double batteryKw, SiteConditions? conditions) =>
        Desk.Decide(Desk.Question(0, 0)!.Slot, new SlotDecision(new SiteSetPoint(batteryKw), conditions is null ? SlotSource.Fallback : SlotSource.Policy, "test", conditions), AtS, ReadingJ);

    /// <summary>An operator says something now.</summary>
    public bool Order(double kw, double seconds, string reason = "test")
    {
        Pass();
        return Desk.Order(kw, AtS + seconds, "ann", reason, AtS, ReadingJ);
    }

    public bool Release()
    {
        Pass();
        return Desk.Release(AtS, ReadingJ);
    }

    public SiteEnergyView Show() => Desk.Show("only", 0);

    /// <summary>The same site, restored from its journal, and again from a snapshot of that.</summary>
    public SiteEnergyDesk Restored()
    {
        var replayed = new SiteEnergyDesk(_spec, 6, _settings, new OperationBuffer());
        OperationBuffer.ReplayAll(_log.Bytes.Span, replayed);
        Assert.Equal(Saved(Desk), Saved(replayed));
        var loaded = new SiteEnergyDesk(_spec, 6, _settings, new OperationBuffer());
        var reader = new StateReader(Saved(replayed));
        loaded.Load(ref reader);
        reader.RequireEnd();
        Assert.Equal(Saved(Desk), Saved(loaded));
        return loaded;
    }

    private static byte[] Saved(SiteEnergyDesk desk)
    {
        var writer = new StateWriter();
        desk.Save(writer);
        return writer.Written.ToArray();
    }
}

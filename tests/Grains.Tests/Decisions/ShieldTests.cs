using System.Diagnostics.Metrics;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>The shield around a published policy, without a cluster.</summary>
public sealed class ShieldTests
{
    private static readonly Job AnyJob = new(new JobId(1), 0, 400, 0);

    private static readonly PublicationRecord Publication = new(1, 1, Region.Policy("least-loaded"), 7, 400, 16, null);

    [Fact]
    public void A_choice_on_an_old_report_is_replaced_and_counted()
    {
        var counted = new List<(string Name, string Tags)>();
        using var listener = Listen(counted);
        var policy = Make(new ShieldOptions { MostReportAgeS = 60 });
        Assert.Equal(4, policy.Place(AnyJob, 50).Wanted.Gpus);
        // Nothing has been reported since 0 s: the fall-back gives one GPU.
        Assert.Equal(1, policy.Place(AnyJob, 61).Wanted.Gpus);
        Assert.Equal(1, policy.Shield.Counts().ReplacedFor(ShieldReason.Stale));
        lock (counted)
            Assert.Contains(("controlplane.grains.shield.replaced", "Placement Stale"), counted);
    }

    [Fact]
    public void A_publication_that_nobody_confirms_grows_stale()
    {
        var policy = Make(new ShieldOptions { MostSnapshotAgeS = 60 });
        policy.Confirm(10);
        Assert.Equal(4, policy.Place(AnyJob, 70).Wanted.Gpus);
        Assert.Equal(1, policy.Place(AnyJob, 71).Wanted.Gpus);
        policy.Confirm(71);
        Assert.Equal(4, policy.Place(AnyJob, 72).Wanted.Gpus);
    }

    [Fact]
    public void What_the_fallback_places_counts_as_on_its_way_too()
    {
        var policy = Make(new ShieldOptions { MostReportAgeS = 60 });
        Assert.Equal(3, Enumerable.Range(0, 3).Select(_ => policy.Place(AnyJob, 100).Site).Distinct().Count());
    }

    [Fact]
    public void A_fallback_that_this_silo_does_not_know_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new PublishedPolicy(Region.Model, Publication, "test", new PolicySpec("of-a-later-version")));

    private static PublishedPolicy Make(ShieldOptions limits) => new(Region.Model, Publication, "test", limits: limits);

    private static MeterListener Listen(List<(string Name, string Tags)> counted)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "ControlPlane.Grains" && instrument.Name.Contains("shield", StringComparison.Ordinal))
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            lock (counted)
                counted.Add((instrument.Name, string.Join(' ', tags.ToArray().Select(t => t.Value))));
        });
        listener.Start();
        return listener;
    }
}

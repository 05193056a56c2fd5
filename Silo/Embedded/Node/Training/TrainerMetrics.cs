using System.Diagnostics.Metrics;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>What a trainer does, in the meter <c>ControlPlane.Trainer</c>.</summary>
internal sealed class TrainerMetrics : IDisposable
{
    private readonly Meter _meter = new("ControlPlane.Trainer");

    /// <summary>Makes the instruments.</summary>
    /// <param name="show">Tells how it gets on.</param>
    public TrainerMetrics(Func<TrainerView> show)
    {
        Count("controlplane.trainer.decisions", "{decision}", "Decisions that were learned from.", v => v.Decisions);
        Count("controlplane.trainer.outside", "{decision}", "Decisions that could not be learned from.", v => v.Outside);
        Count("controlplane.trainer.dropped", "{decision}", "Decisions that were dropped, because the trainer was behind.", v => v.Dropped);
        Count("controlplane.trainer.updates", "{update}", "Updates of the networks.", v => v.Updates);
        Count("controlplane.trainer.published", "{snapshot}", "Snapshots published as versions.", v => v.Published);
        Count("controlplane.trainer.refused", "{snapshot}", "Snapshots that were not published.", v => v.Refused);
        _meter.CreateObservableGauge("controlplane.trainer.queue", () => show().Waiting, "{decision}", "Decisions that wait for the trainer.");
        _meter.CreateObservableCounter("controlplane.trainer.work", () => show().WorkedS, "s", "Time that the trainer worked.");

        void Count(string name, string unit, string description, Func<TrainerView, long> read) =>
            _meter.CreateObservableCounter(name, () => read(show()), unit, description);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}

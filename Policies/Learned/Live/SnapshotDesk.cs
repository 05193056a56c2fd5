using System.Globalization;
using ControlPlane.Fleet.Control;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>Takes snapshots of a learner, measures them, and gives the host those that are no worse than the version that decides. It never lets one decide.</summary>
/// <param name="settings">When a snapshot is good enough.</param>
/// <param name="judge">Measures.</param>
/// <param name="host">The host.</param>
internal sealed class SnapshotDesk(LiveTrainingSettings settings, ISnapshotJudge judge, ITrainedHost host)
{
    private const string Policy = "chsac";
    private static readonly NumberFormatInfo Thousands = new() { NumberGroupSeparator = " " };

    /// <summary>Why the last snapshot that was not published was not; null if there was none.</summary>
    public string? LastRefusal { get; private set; }

    /// <summary>Takes a snapshot and publishes it if it is good.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="unitsPerS">The load that was seen, units/s.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Whether it was published.</returns>
    public bool Offer(LiveLearner learner, double unitsPerS, CancellationToken cancellation)
    {
        try
        {
            if (Refusal(learner, unitsPerS, cancellation) is not { } refusal)
                return true;
            LastRefusal = refusal;
        }
        catch (Exception error) when (error is ControlException or CheckpointException or ArgumentException)
        {
            LastRefusal = error.Message;
        }

        return false;
    }

    private string? Refusal(LiveLearner learner, double unitsPerS, CancellationToken cancellation)
    {
        var deciding = host.Deciding();
        if (deciding.Waiting >= settings.MostWaiting)
            return $"{deciding.Waiting} versions of the trainer are newer than the one that decides: let one decide, or publish and activate another";
        if (learner.Updates == 0)
            return "nothing was learned yet";
        var decisions = learner.Counts.Learned;
        var model = learner.Snapshot($"{settings.Source}, live");
        var (found, present, energyAbove) = judge.Measure(model, deciding.Policy, unitsPerS, cancellation);
        var compared = string.Create(CultureInfo.InvariantCulture, $"held out {found:F2} % above the frontier, deciding version {present:F2} %");
        if (!double.IsFinite(found) || !(found <= present + settings.Tolerance))
            return $"no better: {compared}";
        Publish(model.Measured(energyAbove).ToBytes(), deciding.Policy, decisions, $"learned from {decisions.ToString("#,0", Thousands)} live decisions, {compared}");
        return null;
    }

    private void Publish(byte[] bytes, PolicySpec deciding, long decisions, string note)
    {
        var settingsOf = deciding.Settings.GetValueOrDefault("budget") is { } budget ? new Dictionary<string, string> { ["budget"] = budget } : [];
        var model = new PolicyModel($"trainer-{decisions}.model", bytes);
        host.Publish(new PolicyChoice(Policy, settingsOf, new ModelMark(model.Name, model.Digest, bytes.Length)), bytes, note, settings.Shadows);
    }
}

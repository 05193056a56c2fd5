using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Grains.Shaping;

/// <summary>A shaper's learning, on its thread: what was told and asked, in its order.</summary>
/// <param name="settings">The shaper's.</param>
/// <param name="options">How often it makes a version.</param>
/// <param name="desk">Told what is known.</param>
/// <param name="time">Dates versions.</param>
internal sealed class ShaperTraining(ShaperSettings settings, RewardShaperOptions options, ScoringDesk desk, TimeProvider time)
{
    private const string LearnedKind = "reward-shaper";
    private const string LabelsKind = "reward-labels";
    private readonly RewardShaper<float> _shaper = new(settings, ManagedBackend.Create<float>());
    private ShaperPosition _position;
    private string _began = "with nothing";
    private bool _wasReady;
    private double? _loss;
    private int _version;
    private long _gaps;
    private long _repeated;

    /// <summary>Goes on from what was kept: from the newest version that can be read. Numbers go on in any case.</summary>
    /// <param name="kept">What was kept.</param>
    public void Begin(ShaperVersions kept)
    {
        _version = kept.Newest;
        var said = new List<string>();
        var version = kept.Versions.Reverse().FirstOrDefault(v => TryRead(LearnedKind, v.Learned, _shaper.Learned, $"version {v.Card.Version}", said));
        (_loss, _began) = (version?.Card.Loss, version is null ? "with nothing" : $"with version {version.Card.Version}");
        if (kept.Newest > 0 && TryRead(LabelsKind, kept.Labels, _shaper.Labels, "labels", said))
            _position = kept.Position;
        _began = string.Join("; ", said.Prepend(_began));
        Publish();
    }

    /// <summary>Takes up what a learner told.</summary>
    /// <param name="told">Of the shaper's shape.</param>
    public void Follow(ShaperDecisionsRecord told)
    {
        if (told.Stream == _position.Stream && told.Number <= _position.Number)
        {
            _repeated++;
            return;
        }

        if (told.Stream != _position.Stream)
        {
            _shaper.Break(isWithinWindow: false);
            _position = new(told.Stream, 0, IsOpen: false);
        }

        var isGap = told.Number > _position.Number + 1 || (_position.IsOpen && told.Before is null);
        if (isGap)
        {
            _gaps++;
            _shaper.Break(isWithinWindow: true);
        }

        // After a gap the outcome belongs to a decision that is not known: but it may say that the window is over.
        if (told.Before is { } before && (isGap || _position.IsOpen))
            _shaper.Paid(before.Reward, before.IsPayOut, before.IsEnd);
        foreach (var decision in told.Decisions)
            Follow(decision);
        _position = new(told.Stream, told.Number, told.Decisions is [.., { Outcome: null }]);
        if (_shaper.IsReady != _wasReady)
            Publish();
    }

    /// <summary>A step of learning, if there is something to learn from.</summary>
    /// <returns>Whether a version is due.</returns>
    public bool Step()
    {
        var before = _shaper.Steps;
        var loss = _shaper.Train();
        if (_shaper.Steps == before)
            return false;
        _loss = loss;
        return _shaper.Steps % options.VersionEvery == 0;
    }

    /// <summary>Lets rewards be shaped with what is known now.</summary>
    public void Publish()
    {
        _wasReady = _shaper.IsReady;
        desk.Publish(_shaper, _version);
    }

    /// <summary>Makes a version.</summary>
    /// <param name="note">Where it comes from.</param>
    public ShaperCheckpoint Make(string note)
    {
        var learned = Written(LearnedKind, _shaper.Learned);
        var card = new ShaperVersionRecord(++_version, _shaper.Steps, _shaper.Labelled, Finite(_loss), time.GetUtcNow(), learned.Length, note);
        return new(new(card, learned), Written(LabelsKind, _shaper.Labels), _position);
    }

    /// <summary>Goes back to what a version had learned.</summary>
    /// <param name="version">The version.</param>
    /// <returns>Why it cannot be read, and nothing was changed; null where it was.</returns>
    public string? RollBack(ShaperVersion version)
    {
        var said = new List<string>();
        if (!TryRead(LearnedKind, version.Learned, _shaper.Learned, $"version {version.Card.Version}", said))
            return said[0];
        _loss = version.Card.Loss;
        return null;
    }

    /// <summary>How it gets on, without what waits.</summary>
    public ShaperStatusRecord Show() => new(
        _began,
        Problem: null,
        _position.Stream,
        _position.Number,
        _shaper.Labelled,
        _shaper.Waiting,
        _shaper.Passed,
        _gaps,
        _repeated,
        Dropped: 0,
        _shaper.IsReady,
        _shaper.Steps,
        Finite(_loss),
        _version,
        WaitingDecisions: 0,
        WaitingSteps: 0,
        WorkedS: 0);

    private void Follow(ShaperDecisionRecord decision)
    {
        // A window that never ends would be all there is.
        if (_shaper.Waiting == settings.Capacity)
            _shaper.Break(isWithinWindow: true);
        _shaper.Decided(decision.State.AsSpan(), decision.Action);
        if (decision.Outcome is { } outcome)
            _shaper.Paid(outcome.Reward, outcome.IsPayOut, outcome.IsEnd);
    }

    private static bool TryRead(string kind, byte[] bytes, ICheckpointed state, string what, List<string> said)
    {
        try
        {
            using var file = new MemoryStream(bytes, writable: false);
            Checkpoint.Read(file, kind, state);
            return true;
        }
        catch (CheckpointException error)
        {
            said.Add($"{what}: {error.Message}");
            return false;
        }
    }

    private static byte[] Written(string kind, ICheckpointed state)
    {
        using var file = new MemoryStream();
        Checkpoint.Write(file, kind, state);
        return file.ToArray();
    }

    private static double? Finite(double? number) => number is { } n && double.IsFinite(n) ? n : null;
}

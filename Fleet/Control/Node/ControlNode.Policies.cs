using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>The versions of the policy and which of them decide.</content>
public sealed partial class ControlNode
{
    private const string Itself = "node";
    private readonly List<PolicyVersion> _policies = [];
    private readonly ModelBook _models = new();
    private ShadowTally _shadow = new();
    private int _canaryFailures;

    /// <summary>Which versions decide, and which only watch.</summary>
    public PolicyLife Life { get; private set; } = new();

    /// <summary>The policy of a version.</summary>
    /// <param name="version">One that there is, from 1.</param>
    public PolicyChoice PolicyOf(int version) => _policies[version - 1].Policy;

    /// <summary>The bytes of a model of a version.</summary>
    /// <param name="model">The model.</param>
    public ReadOnlyMemory<byte> ModelOf(ModelMark model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _models.Find(model.Digest);
    }

    /// <summary>Stores a version of the policy, which the host has checked. Publishing the newest version again stores nothing, and a model that is known is not stored again.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="note">What to remember about it.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="model">The bytes of its model; none for policies that take none.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ControlException">The model is too long, or not the one that it is said to be.</exception>
    public int Publish(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (_policies.Count > 0 && _policies[^1] is { } newest && newest.Note == note && newest.Policy.IsSameAs(policy))
            return newest.Number;
        if (policy.Model is { } mark && !_models.Has(mark.Digest))
            Keep(mark, model.Span);
        var version = new PolicyVersion(_policies.Count + 1, policy, note, NowS, actor);
        Journal(NodeOperation.Publish).Write(version);
        _log.Close();
        _policies.Add(version);
        AddAudit(actor, "policy.publish", version.Number.ToString(), policy.Name);
        Note(NodeEvents.PolicyPublished, null, -1, Named(version.Number));
        return version.Number;
    }

    /// <summary>Lets the host decide with a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>False when there is none of that number.</returns>
    public bool Activate(int version, string actor)
    {
        if (version < 1 || version > _policies.Count)
            return false;
        Change(Life.Activate(version), actor, "policy.activate", NodeEvents.PolicyActivated, version, Named(version));
        return true;
    }

    /// <summary>Lets the canary, or the shadow, decide about all jobs.</summary>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="ControlException">There is neither.</exception>
    public void Promote(string actor)
    {
        var next = Life.Promote();
        Change(next, actor, "policy.promote", NodeEvents.PolicyActivated, next.Active, Named(next.Active));
    }

    /// <summary>Lets the version decide that did before.</summary>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="ControlException">There was none.</exception>
    public void RollBack(string actor)
    {
        var next = Life.RollBack();
        Change(next, actor, "policy.rollback", NodeEvents.PolicyRolledBack, next.Active, $"{Named(next.Active)}, after {Named(Life.Active)}");
    }

    /// <summary>Lets a version decide beside the active one without effect.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="ControlException">There is none of that number, or it decides.</exception>
    public void Shadow(int? version, string actor)
    {
        RequireVersion(version);
        Change(Life.WithShadow(version), actor, "policy.shadow", NodeEvents.PolicyShadow, version ?? Life.Shadow ?? 0, version is { } begun ? Named(begun) : "none");
    }

    /// <summary>Lets a version decide about a share of the jobs.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="share">The share, (0, 1].</param>
    /// <param name="actor">Who asks.</param>
    /// <exception cref="ControlException">There is none of that number, it decides, or the share is out of range.</exception>
    public void Canary(int? version, double share, string actor)
    {
        RequireVersion(version);
        var detail = version is { } begun ? $"{Named(begun)}, {share * 100:0.###} % of jobs" : "none";
        Change(Life.WithCanary(version, share), actor, "policy.canary", NodeEvents.PolicyCanary, version ?? Life.Canary ?? 0, detail);
    }

    /// <summary>What a shadow would have done. Several failures in a row take it out.</summary>
    /// <param name="version">Its version; verdicts of one that watches no more are not counted.</param>
    /// <param name="verdicts">What it said, in order.</param>
    /// <param name="dropped">Decisions that it was not asked about.</param>
    public void NoteShadow(int version, IReadOnlyList<ShadowVerdict> verdicts, long dropped)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        if (Life.Shadow != version)
            return;
        var writer = Journal(NodeOperation.Shadow);
        writer.Number(dropped);
        writer.Count(verdicts.Count);
        foreach (var verdict in verdicts)
            writer.Write(verdict);
        _log.Close();
        Apply(verdicts, dropped);
        if (_shadow.FailedInARow >= PolicyLife.MostFailuresInARow)
            TakeOut(version, _shadow.FailedInARow, _shadow.LastFailure);
    }

    /// <summary>Shows which versions decide.</summary>
    public PolicyLifeView ShowLife() => new(
        Life.Publication,
        Life.Active,
        Life.Before,
        Life.Shadow is { } shadow ? ShadowView.Of(shadow, At(_shadow.SinceS), _shadow) : null,
        Life.Canary is { } canary ? new CanaryView(canary, Life.Share, _policies[canary - 1].Decisions, _policies[canary - 1].Replaced, _canaryFailures) : null,
        Life.Ended.Length > 0 ? Life.Ended : null);

    private void Keep(ModelMark mark, ReadOnlySpan<byte> bytes)
    {
        _models.Require(mark, bytes);
        Journal(NodeOperation.Model).Bytes(bytes);
        _log.Close();
        _models.Add(bytes);
    }

    private void Change(PolicyLife next, string actor, string action, byte kind, int subject, string detail)
    {
        if (next == Life)
            return;
        var writer = Journal(NodeOperation.Life);
        writer.Write(next);
        writer.Real(NowS);
        _log.Close();
        Apply(next, NowS);
        AddAudit(actor, action, subject.ToString(), detail);
        Note(kind, null, -1, detail);
    }

    // A canary or shadow that is another one begins with nothing counted.
    private void Apply(PolicyLife next, double nowS)
    {
        if (next.Shadow != Life.Shadow)
            _shadow = new ShadowTally { SinceS = nowS };
        if (next.Canary != Life.Canary)
            _canaryFailures = 0;
        Life = next;
    }

    private void Apply(IReadOnlyList<ShadowVerdict> verdicts, long dropped)
    {
        _shadow = _shadow.Drop(dropped);
        foreach (var verdict in verdicts)
        {
            _shadow = _shadow.Add(verdict);
            if (_cards.TryFind(verdict.Job, out var card))
                card.Shadow = (Life.Shadow!.Value, verdict);
        }
    }

    private void ReplayShadow(ref StateReader reader)
    {
        if (Life.Shadow is null)
            throw reader.Damaged("a verdict of a shadow where there is none");
        var dropped = reader.Number();
        var verdicts = new ShadowVerdict[reader.VerdictsIn()];
        for (var i = 0; i < verdicts.Length; i++)
            verdicts[i] = reader.ReadVerdict(_model);
        Apply(verdicts, dropped);
    }

    private void CheckCanary(string? failure)
    {
        if (Life.Canary is { } canary && _canaryFailures >= PolicyLife.MostFailuresInARow)
            TakeOut(canary, _canaryFailures, failure ?? "");
    }

    private void TakeOut(int version, int failures, string last)
    {
        var reason = $"{Named(version)} was taken out after {failures} failures in a row, the last: {last}";
        Change(Life.TakeOut(version, reason), Itself, "policy.take-out", NodeEvents.PolicyTakenOut, version, reason);
    }

    private void RequireVersion(int? version)
    {
        if (version is { } number && (number < 1 || number > _policies.Count))
            throw new ControlException(ControlProblem.NotFound, $"there is no version {number} of the policy; there are 1 to {_policies.Count}", field: "version");
    }

    private string Named(int version) => $"{version}: {_policies[version - 1].Policy.Name}";
}

using System.Collections.Immutable;

namespace ControlPlane.Fleet.Control.Policies;

/// <summary>
/// Which versions of a policy decide, and which only watch: one decides (active), another may decide about a share of the jobs (canary), another may decide beside them without
/// effect (shadow). The same for every host. Every change has a number of its own, so that whoever sees a greater one moves on and never back; bringing an older version back is
/// a change like any other. Immutable: an operation gives another life.
/// </summary>
public sealed record PolicyLife
{
    /// <summary>So many failures in a row end a canary or a shadow.</summary>
    public const int MostFailuresInARow = 3;

    /// <summary>How many versions back one can go.</summary>
    public const int MostBefore = 64;

    /// <summary>Number of the last change, from 1; 0 before the first.</summary>
    public long Publication { get; init; }

    /// <summary>The version that decides; 0 before the first.</summary>
    public int Active { get; init; }

    /// <summary>Those that decided before it and can be gone back to, the latest last.</summary>
    public ImmutableArray<int> Before { get; init; } = [];

    /// <summary>The version that watches; null for none.</summary>
    public int? Shadow { get; init; }

    /// <summary>The version that decides about a share of the jobs; null for none.</summary>
    public int? Canary { get; init; }

    /// <summary>The share of the jobs, (0, 1]; 0 without a canary.</summary>
    public double Share { get; init; }

    /// <summary>Why the last canary or shadow was taken out by itself; empty if none was since the last change by an operator.</summary>
    public string Ended { get; init; } = "";

    /// <summary>Lets a version decide. It is then neither canary nor shadow.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The same life where it decides already.</returns>
    public PolicyLife Activate(int version) =>
        version == Active ? this : Without(version) with { Active = version, Before = Active == 0 ? Before : Shortened().Add(Active), Publication = Publication + 1, Ended = "" };

    /// <summary>Lets the canary decide about all jobs, or without a canary the shadow.</summary>
    /// <exception cref="ControlException">There is neither.</exception>
    public PolicyLife Promote() => Activate(
        Canary ?? Shadow ?? throw new ControlException(ControlProblem.Conflict, "there is neither a canary nor a shadow to promote; any version can be activated"));

    /// <summary>Lets the version decide that did before. Can be repeated as long as there was one.</summary>
    /// <exception cref="ControlException">There was none.</exception>
    public PolicyLife RollBack() => Before.IsEmpty
        ? throw new ControlException(ControlProblem.Conflict, $"no version decided before version {Active} that could be gone back to")
        : Without(Before[^1]) with { Active = Before[^1], Before = Before.RemoveAt(Before.Length - 1), Publication = Publication + 1, Ended = "" };

    /// <summary>Lets a version watch, in place of the one that did.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <exception cref="ControlException">It decides already.</exception>
    public PolicyLife WithShadow(int? version)
    {
        if (version == Active)
            throw new ControlException(ControlProblem.Conflict, $"version {version} decides: beside itself it would watch nothing");
        return version == Shadow ? this : this with { Shadow = version, Publication = Publication + 1, Ended = "" };
    }

    /// <summary>Lets a version decide about a share of the jobs, in place of the one that did.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="share">The share, (0, 1]; of no meaning without a version.</param>
    /// <exception cref="ControlException">It decides about all jobs already, or the share is out of range.</exception>
    public PolicyLife WithCanary(int? version, double share)
    {
        if (version == Active)
            throw new ControlException(ControlProblem.Conflict, $"version {version} decides about all jobs already");
        if (version is not null && !(share > 0 && share <= 1))
            throw new ControlException(ControlProblem.Invalid, $"share must be a number above 0 and at most 1, not {share}", field: "share");
        var next = this with { Canary = version, Share = version is null ? 0 : share };
        return next == this ? this : next with { Publication = Publication + 1, Ended = "" };
    }

    /// <summary>A version that failed is out, for a reason.</summary>
    /// <param name="version">The version; one that is neither canary nor shadow changes nothing.</param>
    /// <param name="reason">Why.</param>
    public PolicyLife TakeOut(int version, string reason) =>
        version == Canary || version == Shadow ? Without(version) with { Publication = Publication + 1, Ended = reason } : this;

    /// <summary>Whether the canary decides about a job. The same for all hosts, and after a restart: a hash of the id says it.</summary>
    /// <param name="job">Id of the job, as its submitter chose it.</param>
    public bool IsCanaryJob(string job) => Canary is not null && CanaryShare.Of(job) < Share;

    /// <summary>The version that decides about a job.</summary>
    /// <param name="job">Id of the job.</param>
    public int VersionFor(string job) => IsCanaryJob(job) ? Canary!.Value : Active;

    // The array compares by reference: two lives are the same when nothing in them differs.
    /// <inheritdoc/>
    public bool Equals(PolicyLife? other) =>
        other is not null && (Publication, Active, Shadow, Canary, Share, Ended) == (other.Publication, other.Active, other.Shadow, other.Canary, other.Share, other.Ended)
        && Before.SequenceEqual(other.Before);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Publication, Active, Shadow, Canary, Share);

    private PolicyLife Without(int version)
    {
        var next = version == Canary ? this with { Canary = null, Share = 0 } : this;
        return version == Shadow ? next with { Shadow = null } : next;
    }

    private ImmutableArray<int> Shortened() => Before.Length < MostBefore ? Before : Before.RemoveAt(0);
}

using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>How the life of a policy is written in journals and snapshots.</summary>
internal static class LifeState
{
    // Number, time, two placements of two numbers and more, failure, three differences.
    private const int LeastVerdictBytes = 1 + 8 + 3 + 3 + 1 + 24;

    public static void Write(this StateWriter writer, PolicyLife life)
    {
        writer.Number(life.Publication);
        writer.Count(life.Active);
        writer.Count(life.Before.Length);
        foreach (var version in life.Before)
            writer.Count(version);
        writer.Count(life.Shadow ?? 0);
        writer.Count(life.Canary ?? 0);
        writer.Real(life.Share);
        writer.Text(life.Ended);
    }

    /// <summary>Reads it.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="versions">How many versions there are.</param>
    public static PolicyLife ReadLife(this ref StateReader reader, int versions)
    {
        var (publication, active) = (reader.Number(), reader.ReadVersion(versions));
        var before = new int[reader.CountOf(1)];
        for (var i = 0; i < before.Length; i++)
            before[i] = reader.ReadVersion(versions);
        var (shadow, canary) = (reader.ReadVersion(versions), reader.ReadVersion(versions));
        return new PolicyLife
        {
            Publication = publication,
            Active = active,
            Before = [.. before],
            Shadow = shadow > 0 ? shadow : null,
            Canary = canary > 0 ? canary : null,
            Share = reader.Finite(),
            Ended = reader.Text(),
        };
    }

    public static void Write(this StateWriter writer, ShadowVerdict verdict)
    {
        writer.Number(verdict.Job.Value);
        writer.Real(verdict.AtS);
        writer.Write(verdict.Done);
        writer.Write(verdict.Said);
        writer.Text(verdict.Failure ?? "");
        writer.Real(verdict.ScoreRegret);
        writer.Real(verdict.EnergyJ);
        writer.Real(verdict.CompletionS);
    }

    public static ShadowVerdict ReadVerdict(this ref StateReader reader, FleetModel model)
    {
        var (job, atS, done, said) = (new JobId(reader.Number()), reader.Finite(), reader.ReadPlacement(model), reader.ReadPlacement(model));
        var failure = reader.Text();
        return new ShadowVerdict(job, atS, done, said, failure.Length > 0 ? failure : null, reader.Real(), reader.Real(), reader.Real());
    }

    public static int VerdictsIn(this ref StateReader reader) => reader.CountOf(LeastVerdictBytes);

    private static void Write(this StateWriter writer, in Placement placement)
    {
        writer.Number(placement.Site);
        writer.Write(placement.Wanted);
    }

    private static Placement ReadPlacement(this ref StateReader reader, FleetModel model)
    {
        var (site, wanted) = (reader.Index(), reader.ReadAllocation());
        return site >= -1 && site < model.SiteCount ? new Placement(site, wanted) : throw reader.Damaged($"a verdict on site {site}");
    }

    private static int ReadVersion(this ref StateReader reader, int versions)
    {
        var version = reader.Count();
        return version <= versions ? version : throw reader.Damaged($"version {version} of {versions}");
    }
}

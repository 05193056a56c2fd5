using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>How the parts of a node are written in journals and snapshots.</summary>
internal static class NodeState
{
    public static void Write(this StateWriter writer, JobSubmission submission)
    {
        writer.Text(submission.Id);
        writer.Real(submission.SizeUnits);
        writer.Optional(submission.Ingress);
        writer.Optional(submission.Tenant);
        writer.Count(submission.Priority);
        writer.Flag(submission.Deadline is not null);
        if (submission.Deadline is { } deadline)
        {
            writer.Number(deadline.Ticks);
            writer.Number((long)deadline.Offset.TotalMinutes);
        }

        writer.Flag(submission.AllowedSites is not null);
        writer.Texts(submission.AllowedSites ?? []);
        writer.Texts(submission.ForbiddenSites);
        writer.Texts(submission.PreferredSites);
    }

    public static JobSubmission ReadSubmission(this ref StateReader reader)
    {
        var (id, size, ingress, tenant, priority) = (reader.Text(), reader.Real(), reader.OptionalText(), reader.OptionalText(), reader.Count());
        DateTimeOffset? deadline = reader.Flag() ? reader.ReadDeadline() : null;
        var isConstrained = reader.Flag();
        var allowed = reader.Texts();
        return new JobSubmission
        {
            Id = id,
            SizeUnits = size,
            Ingress = ingress,
            Tenant = tenant,
            Priority = priority,
            Deadline = deadline,
            AllowedSites = isConstrained ? allowed : null,
            ForbiddenSites = reader.Texts(),
            PreferredSites = reader.Texts(),
        };
    }

    public static void Write(this StateWriter writer, in CardEnd end)
    {
        writer.Byte((byte)end.State);
        writer.Real(end.AtS);
        writer.Number(end.Site);
        writer.Count(end.Gpus);
        writer.Count(end.ClockLevel);
        writer.Count(end.Attempts);
    }

    public static CardEnd ReadEnd(this ref StateReader reader) =>
        new((JobState)reader.Byte(), reader.Real(), reader.Index(), reader.Count(), reader.Count(), reader.Count());

    public static void Write(this StateWriter writer, in NodeEvent entry)
    {
        writer.Number(entry.Number);
        writer.Byte(entry.Kind);
        writer.Real(entry.AtS);
        writer.Number(entry.Job.Value);
        writer.Text(entry.JobName);
        writer.Number(entry.Site);
        writer.Text(entry.Detail);
    }

    public static NodeEvent ReadEvent(this ref StateReader reader)
    {
        var entry = new NodeEvent(reader.Number(), reader.Byte(), reader.Real(), new JobId(reader.Number()), reader.Text(), reader.Index(), reader.Text());
        return NodeEvents.IsKnown(entry.Kind) ? entry : throw reader.Damaged($"event {entry.Number} of kind {entry.Kind}");
    }

    public static void Write(this StateWriter writer, NodeAudit entry)
    {
        writer.Number(entry.Number);
        writer.Real(entry.AtS);
        writer.Text(entry.Actor);
        writer.Text(entry.Action);
        writer.Text(entry.Subject);
        writer.Text(entry.Detail);
    }

    public static NodeAudit ReadAudit(this ref StateReader reader) =>
        new(reader.Number(), reader.Real(), reader.Text(), reader.Text(), reader.Text(), reader.Text());

    public static void Write(this StateWriter writer, PolicyVersion version)
    {
        writer.Count(version.Number);
        writer.Text(version.Policy.Name);
        writer.Count(version.Policy.Settings.Count);
        foreach (var (name, value) in version.Policy.Settings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            writer.Text(name);
            writer.Text(value);
        }

        writer.Flag(version.Policy.Model is not null);
        if (version.Policy.Model is { } model)
        {
            writer.Text(model.Name);
            writer.Text(model.Digest);
            writer.Count(model.Length);
        }

        writer.Text(version.Note);
        writer.Real(version.PublishedS);
        writer.Text(version.PublishedBy);
        writer.Number(version.Decisions);
        writer.Number(version.Replaced);
    }

    public static PolicyVersion ReadPolicyVersion(this ref StateReader reader)
    {
        var (number, name) = (reader.Count(), reader.Text());
        var settings = new Dictionary<string, string>();
        for (var left = reader.CountOf(2); left > 0; left--)
            settings[reader.Text()] = reader.Text();
        var model = reader.Flag() ? new ModelMark(reader.Text(), reader.Text(), reader.Count()) : null;
        return new PolicyVersion(number, new PolicyChoice(name, settings, model), reader.Text(), reader.Real(), reader.Text())
        {
            Decisions = reader.Number(),
            Replaced = reader.Number(),
        };
    }

    public static void Write(this StateWriter writer, JobCard card)
    {
        writer.Number(card.Number.Value);
        writer.Write(card.Submission);
        writer.Count(card.Home);
        writer.Real(card.SubmittedS);
        writer.Number(card.Version);
        writer.Real(card.StartedS);
        writer.Real(card.EnergyJ);
        writer.Number(card.LastToken);
        writer.Number(card.LastSite);
        writer.Real(card.LastJ);
        writer.Count(card.Failures);
        writer.Flag(card.IsCancelled);
        writer.Bytes(card.Decision);
        writer.Count(card.Shadow?.Version ?? 0);
        if (card.Shadow is { } shadow)
            writer.Write(shadow.Verdict);
        writer.Flag(card.End is not null);
        if (card.End is { } end)
            writer.Write(end);
    }

    public static JobCard ReadCard(this ref StateReader reader, FleetModel model) => new()
    {
        Number = new JobId(reader.Number()),
        Submission = reader.ReadSubmission(),
        Home = reader.Count(),
        SubmittedS = reader.Real(),
        Version = reader.Number(),
        StartedS = reader.Real(),
        EnergyJ = reader.Finite(),
        LastToken = reader.Number(),
        LastSite = reader.Index(),
        LastJ = reader.Finite(),
        Failures = reader.Count(),
        IsCancelled = reader.Flag(),
        Decision = reader.Bytes() is { Length: > 0 } decision ? decision.ToArray() : null,
        Shadow = reader.Count() is > 0 and var version ? (version, reader.ReadVerdict(model)) : null,
        End = reader.Flag() ? reader.ReadEnd() : null,
    };

    private static void Optional(this StateWriter writer, string? text)
    {
        writer.Flag(text is not null);
        if (text is not null)
            writer.Text(text);
    }

    private static string? OptionalText(this ref StateReader reader) => reader.Flag() ? reader.Text() : null;

    public static void Texts(this StateWriter writer, IReadOnlyList<string> texts)
    {
        writer.Count(texts.Count);
        foreach (var text in texts)
            writer.Text(text);
    }

    public static List<string> Texts(this ref StateReader reader)
    {
        List<string> texts = [];
        for (var left = reader.CountOf(1); left > 0; left--)
            texts.Add(reader.Text());
        return texts;
    }

    private static DateTimeOffset ReadDeadline(this ref StateReader reader)
    {
        var (ticks, minutes) = (reader.Number(), reader.Number());
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        }
        catch (ArgumentException)
        {
            throw reader.Damaged($"a deadline of {ticks} ticks at {minutes} min");
        }
    }
}

using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Node;

/// <summary>The versions of a node's policy and their life, as tables; for programs JSON under the names of its API.</summary>
internal static class PolicyTables
{
    /// <summary>A row a version of the policy.</summary>
    /// <param name="policies">The versions.</param>
    public static Document Policies(IReadOnlyList<PolicyView> policies)
    {
        var table = new Table("", [
            new("version", "version"), Column.Words("policy", "policy"), Column.Words("model", "model"), Column.Words("active", "active"), new("decisions", "decisions"),
            new("replaced", "replaced"), Column.Words("published_at", "published"), Column.Words("published_by", "by"), Column.Words("note", "note")]);
        foreach (var version in policies)
        {
            var model = version.Policy.Model is { } mark ? $"{mark.Name} ({mark.Digest[..Math.Min(12, mark.Digest.Length)]})" : "";
            table.Add(
                Cell.Of(version.Version), Cell.Of(LabelOf(version)), Cell.Of(model), new Cell(version.IsActive ? "yes" : "", version.IsActive), Cell.Of(version.Decisions),
                Cell.Of(version.Replaced), NodeTables.At(version.PublishedAt), Cell.Of(version.PublishedBy), Cell.Of(version.Note));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(policies) };
    }

    /// <summary>One version of the policy.</summary>
    /// <param name="policy">The version.</param>
    public static Document Policy(PolicyView policy) => Policies([policy]) with { Json = () => NodeJson.Node(policy) };

    /// <summary>Which versions decide, and which only watch.</summary>
    /// <param name="life">The life.</param>
    public static Document Life(PolicyLifeView life)
    {
        var table = new Table("", [
            Column.Words("role", "role"), new("version", "version"), new("share", "share", "%"), new("decisions", "decisions"), new("other_site", "elsewhere"), new("other_gpus", "other GPUs"),
            new("failed", "failed"), new("dropped", "not asked"), new("score_regret", "regret", "score"), new("energy_kj", "energy", "kJ/job"), new("completion_s", "completion", "s/job")]);
        var share = life.Canary is { } c ? c.Share * 100 : 0;
        table.Add(Cell.Of("active"), Cell.Of(life.Active), Cell.Of(100 - share, 1), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty);
        if (life.Canary is { } canary)
        {
            table.Add(
                Cell.Of("canary"), Cell.Of(canary.Version), Cell.Of(share, 1), Cell.Of(canary.Decisions), Cell.Empty, Cell.Empty, Cell.Of(canary.Replaced), Cell.Empty, Cell.Empty,
                Cell.Empty, Cell.Empty);
        }

        if (life.Shadow is { } shadow)
        {
            table.Add(
                Cell.Of("shadow"), Cell.Of(shadow.Version), Cell.Empty, Cell.Of(shadow.Compared), Cell.Of(shadow.OtherSite), Cell.Of(shadow.OtherGpus), Cell.Of(shadow.Failed),
                Cell.Of(shadow.Dropped), Number(shadow.ScoreRegret, 4), Number(shadow.EnergyJ / 1000, 2), Number(shadow.CompletionS, 2));
        }

        return new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(life), Closing = [.. Remarks(life)] };
    }

    /// <summary>Which versions decide, and which only watch; beside them, how the trainer gets on.</summary>
    /// <param name="life">The life.</param>
    /// <param name="trainer">The trainer.</param>
    public static Document Status(PolicyLifeView life, TrainerView trainer)
    {
        var document = Life(life);
        return document with
        {
            Closing = trainer.IsOn ? [.. document.Closing, .. TrainerTables.Remarks(trainer)] : document.Closing,
            Json = () =>
            {
                var json = NodeJson.Node(life);
                json["trainer"] = NodeJson.Node(trainer);
                return json;
            },
        };
    }

    /// <summary>How a version is named: its policy with settings.</summary>
    /// <param name="version">The version.</param>
    public static string LabelOf(PolicyView version) => new PolicySpec(version.Policy.Name, version.Policy.Settings).Label;

    /// <summary>What the shadow would have done about a job, in a line.</summary>
    /// <param name="shadow">What it would have done.</param>
    public static string Of(ShadowChoiceView shadow)
    {
        var would = shadow switch
        {
            { Failure: { } failure } => $"failed: {failure}",
            { Agrees: true } => "would have done the same",
            { Site: null } => "would have held it",
            _ => $"would have chosen {shadow.Site}{(shadow.Gpus > 0 ? $", {shadow.Gpus} GPUs at clock {shadow.Clock}" : "")}",
        };
        var differences = shadow is { Agrees: false, EnergyJ: { } energyJ, CompletionS: { } completionS } ? $" ({energyJ / 1000:+0.##;-0.##;0} kJ, {completionS:+0.##;-0.##;0} s predicted)" : "";
        return $"the shadow (version {shadow.Version}) {would}{differences}";
    }

    private static IEnumerable<string> Remarks(PolicyLifeView life)
    {
        if (life.Ended is { } ended)
            yield return ended;
        if (life.Shadow?.LastFailure is { } failure)
            yield return $"the shadow failed last: {failure}";
        yield return life.Before.Count > 0 ? $"'controlplane policy rollback' goes back to version {life.Before[^1]}" : "there is no version to go back to";
    }

    private static Cell Number(double? value, int digits) => value is { } number ? Cell.Of(number, digits) : Cell.Empty;
}

using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of an event.</summary>
internal static class EventFields
{
    /// <summary>When.</summary>
    public static readonly Field<double> At =
        Field.Required("at", new QuantityKind(Dimension.Duration, "[0 s, 3660 d]"), "When, from the start; not after the horizon.");

    /// <summary>Loss of a site.</summary>
    public static readonly Field<YamlScalar> LoseSite =
        Field.Optional("lose-site", new NameKind(), "", "The site is lost: its jobs fall back to their checkpoints and are placed anew.");

    /// <summary>Return of a site.</summary>
    public static readonly Field<YamlScalar> RecoverSite = Field.Optional("recover-site", new NameKind(), "", "The lost site comes back.");

    /// <summary>Drain of a site.</summary>
    public static readonly Field<YamlScalar> Drain =
        Field.Optional("drain", new NameKind(), "", "The site takes no new jobs; its waiting jobs are placed anew.");

    /// <summary>End of a drain.</summary>
    public static readonly Field<YamlScalar> Resume = Field.Optional("resume", new NameKind(), "", "The draining site takes jobs again.");

    /// <summary>Failure of GPUs.</summary>
    public static readonly Field<YamlScalar> FailGpus = Field.Optional("fail-gpus", new NameKind(), "", "`count` GPUs of the site fail.");

    /// <summary>Repair of GPUs.</summary>
    public static readonly Field<YamlScalar> RepairGpus =
        Field.Optional("repair-gpus", new NameKind(), "", "`count` failed GPUs of the site are repaired.");

    /// <summary>Preemption.</summary>
    public static readonly Field<YamlScalar> Preempt =
        Field.Optional(
            "preempt",
            new NameKind(),
            "",
            "`count` running jobs of the site stop with a checkpoint and resume from the head of its queue.");

    /// <summary>Withdrawal of a job.</summary>
    public static readonly Field<long> CancelJob =
        Field.Optional("cancel-job", new CountKind(1, long.MaxValue), "", "The job with this number is withdrawn.");

    /// <summary>Change of load.</summary>
    public static readonly Field<double> SetLoad = Field.Optional(
        "set-load",
        new QuantityKind(Dimension.Number, "(0, 1000]"),
        "",
        "From now on this factor is on all arrival rates, instead of `load`.");

    /// <summary>How many.</summary>
    public static readonly Field<long> Count = Field.Optional(
        "count",
        new CountKind(1, 1_000_000),
        "",
        "GPUs or jobs; required with fail-gpus, repair-gpus and preempt, not allowed with others. At most the GPUs of the site.");

    /// <summary>For how long.</summary>
    public static readonly Field<double> For = Field.Optional(
        "for",
        new QuantityKind(Dimension.Duration, "(0 s, 3660 d]"),
        "for good",
        "Adds the opposite event after this time: recover-site, resume, repair-gpus, or the scenario's `load`. Only with lose-site, drain, "
        + "fail-gpus and set-load. An end after the horizon is not reached.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Events",
        "Under `events`, one mapping an event: `at`, exactly one thing that happens, and what belongs to it. The name of replicated sites stands "
        + "for all copies.",
        [At, LoseSite, RecoverSite, Drain, Resume, FailGpus, RepairGpus, Preempt, CancelJob, SetLoad, Count, For])
    { ExactlyOneOf = [LoseSite, RecoverSite, Drain, Resume, FailGpus, RepairGpus, Preempt, CancelJob, SetLoad] };
}

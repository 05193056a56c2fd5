using System.CommandLine;
using System.Globalization;
using ControlPlane.Client.Hosting;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Client.Inputs;

/// <summary>The jobs to submit: from options, or from a file.</summary>
internal sealed class SubmitInput
{
    private readonly Option<string?> _id = new("--id") { HelpName = "ID", Description = "Id of the job; with --count what the ids begin with (default: made from the time)." };
    private readonly Option<double?> _size = Quantity.Option("--size", 0, JobHome.MostUnits, "Work of a job, units.");
    private readonly Option<long?> _count = Quantity.WholeOption("--count", 1, JobFile.MostJobs, "A series of so many jobs: ID-1, ID-2 and so on.");
    private readonly Option<string?> _ingress = new("--ingress") { HelpName = "NAME", Description = "Where it enters (default: the node's first ingress)." };
    private readonly Option<string?> _tenant = new("--tenant") { HelpName = "TENANT", Description = "Whose it is." };
    private readonly Option<long?> _priority = Quantity.WholeOption("--priority", 0, 9, "Greater goes first (default: 0).");
    private readonly Option<string?> _deadline = new("--deadline") { HelpName = "TIME", Description = "When it should be done: 2h from now on, or 2031-05-06T07:08:09Z." };
    private readonly Option<string[]> _allow = Sites("--allow", "The only sites that may run it, separated by commas.");
    private readonly Option<string[]> _forbid = Sites("--forbid", "Sites that may not run it.");
    private readonly Option<string[]> _prefer = Sites("--prefer", "Sites that are tried first.");
    private readonly Option<string?> _file = new("--file", "-f")
    {
        HelpName = "FILE",
        Description = "Jobs as JSON with the fields of the API: one, a list, or one after the other (a line each); - for stdin.",
    };

    /// <summary>The options for jobs that are described on the command line.</summary>
    public IReadOnlyList<Option> Described => [_id, _size, _count, _ingress, _tenant, _priority, _deadline, _allow, _forbid, _prefer];

    /// <summary>The option for jobs that a file describes.</summary>
    public Option File => _file;

    /// <summary>The jobs asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="now">Now.</param>
    /// <param name="stdin">Where jobs may be read.</param>
    /// <exception cref="InputException">The file cannot be used, or an option is wrong or missing.</exception>
    public IReadOnlyList<WantedJob> Read(ParseResult result, DateTimeOffset now, Func<TextReader> stdin)
    {
        if (result.GetValue(_file) is { } file)
        {
            return Described.FirstOrDefault(o => result.GetResult(o) is { Implicit: false }) is { } extra
                ? throw new InputException($"give {_file.Name} or {extra.Name}, not both")
                : JobFile.Read(file, stdin);
        }

        var size = result.GetValue(_size) ?? throw new InputException("give --size and the like, or --file (see 'controlplane submit --help')");
        var first = new JobSubmission
        {
            Id = result.GetValue(_id) ?? $"job-{now.UtcDateTime:yyyyMMdd-HHmmss-fffffff}",
            SizeUnits = size,
            Ingress = result.GetValue(_ingress),
            Tenant = result.GetValue(_tenant),
            Priority = (int)(result.GetValue(_priority) ?? 0),
            Deadline = result.GetValue(_deadline) is { } deadline ? ReadDeadline(deadline, now) : null,
            AllowedSites = Names(result, _allow) is { Length: > 0 } allowed ? allowed : null,
            ForbiddenSites = Names(result, _forbid),
            PreferredSites = Names(result, _prefer),
        };
        IReadOnlyList<WantedJob> jobs =
            result.GetValue(_count) is { } count ? [.. Enumerable.Range(1, (int)count).Select(i => new WantedJob(first with { Id = $"{first.Id}-{i}" }, null))] : [new(first, null)];
        var last = jobs[^1].Job.Id;
        return JobFile.IsId(last) ? jobs : throw new InputException($"--id must have {JobFile.AllowedId}, not '{last}'");
    }

    private static Option<string[]> Sites(string name, string description) => new(name) { HelpName = "SITES", Description = description, AllowMultipleArgumentsPerToken = false };

    private static string[] Names(ParseResult result, Option<string[]> option) =>
        [.. (result.GetValue(option) ?? []).SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    private DateTimeOffset ReadDeadline(string text, DateTimeOffset now)
    {
        if (text.Length > 1 && text[^1] is 's' or 'm' or 'h' or 'd' && DurationText.TryRead(text, out var seconds) && seconds is > 0 and < 1e9)
            return now.AddSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new InputException($"{_deadline.Name} must be a time from now on with its unit (30m, 2h) or a moment such as 2031-05-06T07:08:09Z, not '{text}'");
    }
}

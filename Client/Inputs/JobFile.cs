using System.Text;
using System.Text.Json;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads files of jobs: one, a list, or one after the other. Each is checked before any is submitted.</summary>
internal static class JobFile
{
    /// <summary>The most jobs at once.</summary>
    public const int MostJobs = 1_000_000;

    /// <summary>What an id must have.</summary>
    public const string AllowedId = "1 to 64 letters, digits, dots, hyphens and underscores";

    private const int LongestId = 64;
    private const int MostPriority = 9;
    private const byte NewLine = (byte)'\n';

    /// <summary>Whether a text can be the id of a job.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path; - for stdin.</param>
    /// <param name="stdin">What - stands for.</param>
    /// <exception cref="InputException">It cannot be read, or a job of it is wrong; the message has the line.</exception>
    public static IReadOnlyList<WantedJob> Read(string file, Func<TextReader> stdin)
    {
        try
        {
            return Parse(file, file == "-" ? Encoding.UTF8.GetBytes(stdin().ReadToEnd()) : File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads its content.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">The content.</param>
    public static IReadOnlyList<WantedJob> Parse(string file, byte[] json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var content = json.AsSpan().StartsWith(mark) ? json.AsSpan(mark.Length) : json;
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { AllowMultipleValues = true });
        List<WantedJob> jobs = [];
        var (line, counted, isJob) = (1, 0, false);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                line += content[counted..start].Count(NewLine);
                counted = start;
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray && reader.CurrentDepth == 0)
                    continue;
                var place = $"{file}:{line}";
                isJob = true;
                jobs.Add(new WantedJob(Checked(JsonSerializer.Deserialize<JobSubmission>(ref reader, NodeJson.Strict), place), place));
                isJob = false;
            }
        }
        catch (JsonException e)
        {
            // Of what is not JSON at all only the reader knows the line.
            throw new InputException($"{file}:{(isJob ? line : e.LineNumber + 1)}: not a job in JSON: {JsonWords.Of(e)}");
        }

        return jobs.Count is > 0 and <= MostJobs ? jobs : throw new InputException($"{file} must have 1 to {MostJobs} jobs, it has {jobs.Count}");
    }

    // What the node would refuse with a whole list of a thousand, without a line.
    private static JobSubmission Checked(JobSubmission? job, string place) => job switch
    {
        null => throw new InputException($"{place}: a job must not be null"),
        _ when !IsId(job.Id) => throw new InputException($"{place}: id must have {AllowedId}, not '{job.Id}'"),
        { SizeUnits: not (> 0 and <= JobHome.MostUnits) } => throw new InputException($"{place}: sizeUnits must be a number in (0, {JobHome.MostUnits}], not {job.SizeUnits}"),
        { Priority: < 0 or > MostPriority } => throw new InputException($"{place}: priority must be a whole number in [0, {MostPriority}], not {job.Priority}"),
        _ => job,
    };
}

using System.CommandLine;

namespace ControlPlane.Client.Inputs;

/// <summary>The option <c>--threads</c>.</summary>
internal sealed class ThreadsInput
{
    /// <summary>The option.</summary>
    public Option<long?> Option { get; } = Quantity.WholeOption("--threads", 1, 1024, "Runs side by side (default: the number of cores); does not change results.");

    /// <summary>How many.</summary>
    /// <param name="result">The command line.</param>
    public int Read(ParseResult result) => (int)(result.GetValue(Option) ?? Environment.ProcessorCount);
}

using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Scenarios;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Client.Inputs;

/// <summary>The option that says where the files are that the signals of days of generation name.</summary>
internal sealed class SignalFolderInput
{
    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--signals")
    {
        HelpName = "FOLDER",
        Description = "Where the files are that the prices, carbon and weather of generation jobs name (default: beside the scenario).",
    };

    /// <summary>Reads days of generation with their signals.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="source">Where scenarios come from.</param>
    /// <param name="name">A name of the catalogue or the path of a file.</param>
    /// <exception cref="InputException">There is no such folder, or the scenario names no file.</exception>
    public GenerationDays Load(ParseResult result, IScenarioSource source, string name)
    {
        var folder = result.GetValue(Option);
        if (folder is not null && !Directory.Exists(folder))
            throw new InputException($"{Option.Name}: there is no folder '{folder}'");
        var days = source.LoadGeneration(name, folder is null ? null : Path.TrimEndingDirectorySeparator(folder));
        if (folder is not null && !days.Signals.SelectMany(Series).Any(s => s?.Source.Sha256.Length > 0))
            throw new InputException($"{Option.Name} means nothing to '{name}', whose prices and weather are in no file");
        return days;
    }

    /// <summary>Complains where it is given and means nothing.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="learner">Who it means nothing to.</param>
    /// <exception cref="InputException">It is given.</exception>
    public void Refuse(ParseResult result, string learner)
    {
        if (result.GetValue(Option) is not null)
            throw new InputException($"{Option.Name} means nothing to '{learner}', which learns to place jobs");
    }

    private static IEnumerable<SignalSeries?> Series(SiteSignals site) => [site.Price, site.Carbon, site.Irradiance, site.Wind, site.Temperature];
}

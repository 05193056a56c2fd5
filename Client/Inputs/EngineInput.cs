using System.CommandLine;
using System.CommandLine.Completions;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say what the entities of a simulated fleet run on.</summary>
/// <param name="startOrleans">Starts the engine on grains with a number of silos; null comes back where the build has none.</param>
internal sealed class EngineInput(Func<int, IEngine?> startOrleans)
{
    private const int MostSilos = 16;

    private static readonly string[] Names = [EngineCatalog.Direct, EngineCatalog.Orleans];

    /// <summary>Which engine.</summary>
    public Option<string?> Engine { get; } = new("--engine")
    {
        HelpName = "E",
        Description = "What the fleet runs on: 'direct' (default), or 'orleans', grains in a cluster inside this process; does not change results.",
        CompletionSources = { _ => Names.Select(n => new CompletionItem(n)) },
    };

    /// <summary>How many silos.</summary>
    public Option<long?> Silos { get; } = Quantity.WholeOption("--silos", 1, MostSilos, "Silos of the cluster (default: 1); for --engine orleans.");

    /// <summary>Starts the engine asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">There is no such engine, or this build does not have it.</exception>
    public IEngine Start(ParseResult result)
    {
        var name = result.GetValue(Engine) ?? EngineCatalog.Direct;
        var silos = result.GetValue(Silos);
        if (name == EngineCatalog.Orleans)
        {
            return startOrleans((int)(silos ?? 1))
                ?? throw new InputException("--engine orleans is not in this build: it was made without Orleans (MSBuild property Orleans=false)");
        }

        if (name != EngineCatalog.Direct)
            throw new InputException($"there is no engine '{name}'{Nearest.Hint(name, Names)}");
        return silos is null ? new DirectEngine() : throw new InputException("--silos is for --engine orleans");
    }
}

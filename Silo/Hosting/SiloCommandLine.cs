using System.CommandLine;
using System.CommandLine.Help;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Hosting.Verbs;

namespace ControlPlane.Silo.Hosting;

/// <summary>The command line as a whole: parses, runs, turns every failure into one line and an exit code.</summary>
internal static class SiloCommandLine
{
    /// <summary>Runs in this process.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunProcess(string[] args) => Run(args, new Streams(Console.Out, Console.Error));

    /// <summary>Runs anywhere.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="streams">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, Streams streams)
    {
        try
        {
            var result = Root(streams).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0 && result.Action is not HelpWithExamples)
                throw new InputException($"{OneLine(result.Errors[0].Message).TrimEnd('.')} (see 'controlplane-silo --help')");
            return await result.InvokeAsync(new InvocationConfiguration
            {
                Output = streams.Out,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e)
        {
            await streams.Error.WriteLineAsync($"error: {OneLine(e.Message)}");
            return CodeOf(e);
        }
    }

    private static RootCommand Root(Streams streams)
    {
        var inputs = new SiloInputs();
        var root = new RootCommand("Runs a control plane: one durable node with an HTTP API, or one silo of a region's cluster.");
        foreach (var input in inputs.Groups.SelectMany(g => g.Inputs))
            root.Add(input.Option);
        root.Add(KeysCommand.Create(streams));
        root.Add(BackupCommand.Create(streams));
        root.Add(RestoreCommand.Create(streams));
        root.Add(CheckCommand.Create(streams));
        root.Add(ReplayCommand.Create(streams));
        root.Add(HealthCommand.Create(streams, inputs.Api));
        root.Add(SchemaCommand.Create(streams));
        root.SetAction((result, _) =>
        {
            if (inputs.Carrier(result) == CarrierCatalog.Embedded)
                return EmbeddedCarrier.Run(inputs.ReadEmbedded(result), streams);
            // What is wrong with the options is the same in builds without Orleans.
            var asked = inputs.ReadCluster(result);
            return CarrierCatalog.FindOrleans().Run(asked, streams);
        });
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples(streams, inputs.Groups);
        return root;
    }

    private static int CodeOf(Exception failure) => failure switch
    {
        InputException => ExitCode.BadInput,
        StorageException or JournalStoreException { Fault: not JournalFault.Unusable } => ExitCode.StorageUnreachable,
        _ => ExitCode.Failure,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

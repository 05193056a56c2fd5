using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ControlPlane.Silo.Hosting;

/// <summary>The usual help page, then what it cannot know: commands to copy, exit codes, variables.</summary>
/// <param name="streams">Where to write.</param>
internal sealed class HelpWithExamples(Streams streams) : SynchronousCommandLineAction
{
    private const string Teaching =
        """
        Examples:
          # a cluster of one in memory, to look around
          controlplane-silo

          # a second silo for it
          controlplane-silo --silo-port 0 --gateway-port 0 --join 127.0.0.1:11111

          # a silo of region eu-west over PostgreSQL; start as many as you like, on any machine that reaches the database
          controlplane-silo --region eu-west --storage postgres --connection "Host=db;Database=eu_west;Username=controlplane" --address 10.0.0.5

          # the tables it needs, for a database administrator
          controlplane-silo schema --print

        A silo prints one line on stdout when it takes calls and logs to stderr. SIGTERM or Ctrl-C lets grains finish and ends it; a second signal ends it at once.

        Environment:
          Every option is also a variable: --silo-port is CONTROLPLANE_SILO_PORT. The command line wins. A connection string with a password belongs in the variable.

        Exit codes:
          0  stopped after it was asked to
          1  could not start, ended by itself, or did not drain in time
          2  bad arguments or configuration
          3  the storage cannot be reached
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        new HelpAction().Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
            streams.Out.WriteLine(Teaching);
        return ExitCode.Success;
    }
}

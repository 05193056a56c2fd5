using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ControlPlane.Silo.Hosting;

/// <summary>The help page: verbs, options by what they are for, commands to copy, variables, exit codes. A verb has the usual page.</summary>
/// <param name="streams">Where to write.</param>
/// <param name="groups">The options of the program itself.</param>
internal sealed class HelpWithExamples(Streams streams, IReadOnlyList<InputGroup> groups) : SynchronousCommandLineAction
{
    private const string Teaching =
        """

        Examples:
          # one node on this machine, to look around: no keys, loopback only
          controlplane-silo --dev

          # a node that others reach; it says how to make its first key
          controlplane-silo --data /var/lib/controlplane --http-address 0.0.0.0 --tls-certificate node.pem --tls-key node.key

          # a cluster of one silo in memory, then a second silo for it
          controlplane-silo --carrier orleans
          controlplane-silo --carrier orleans --silo-port 0 --gateway-port 0 --join 127.0.0.1:11111

          # a silo of region eu-west over PostgreSQL; start as many as you like, on any machine that reaches the database
          controlplane-silo --carrier orleans --region eu-west --storage postgres --connection "Host=db;Database=eu_west" --address 10.0.0.5

          # the tables that it needs, for a database administrator
          controlplane-silo schema --print

        One line on stdout says that it takes calls; it logs to stderr. SIGTERM or Ctrl-C ends it in order; a second signal ends it at once.

        Environment:
          Every option is also a variable: --http-port is CONTROLPLANE_HTTP_PORT. The command line wins. A connection string with a password belongs in the variable.

        Exit codes:
          0  done, or stopped after it was asked to
          1  could not start, ended by itself, or did not end in time
          2  bad arguments or configuration
          3  the storage cannot be reached
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (parseResult.CommandResult.Command is RootCommand root)
            Write(root);
        else
            new HelpAction().Invoke(parseResult);
        return ExitCode.Success;
    }

    private void Write(RootCommand root)
    {
        var output = streams.Out;
        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine("  controlplane-silo [options]");
        output.WriteLine("  controlplane-silo VERB [options]");
        output.WriteLine();
        output.WriteLine("Verbs:");
        foreach (var verb in root.Subcommands)
            OptionPage.Row(verb.Name, verb.Description ?? "", output);
        OptionPage.Row("VERB --help", "The options of a verb.", output);
        OptionPage.Write(groups, output);
        output.WriteLine(Teaching);
    }
}

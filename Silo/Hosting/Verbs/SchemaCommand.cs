using System.CommandLine;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>schema --print | --apply</c>: the tables that a region's database needs.</summary>
internal static class SchemaCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var print = new Option<bool>("--print") { Description = "Print the SQL." };
        var apply = new Option<bool>("--apply") { Description = "Apply it to the database of --connection, unless that has a schema already." };
        var command = new Command("schema", "The PostgreSQL tables of a region. A silo makes them itself; this is for databases where it may not.")
        {
            print, apply, SiloInputs.Connection.Option,
        };
        command.SetAction(async (result, _) =>
        {
            if (result.GetValue(print) == result.GetValue(apply))
                throw new InputException("schema takes one of --print and --apply");
            var carrier = CarrierCatalog.FindOrleans();
            if (result.GetValue(print))
                await streams.Out.WriteAsync(carrier.Schema);
            else
                await Apply(carrier, SiloInputs.Connection.Read(result), streams);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task Apply(ICarrier carrier, GivenText? connection, Streams streams)
    {
        if (connection is null)
            throw new InputException($"schema --apply needs --connection or {SiloInputs.Connection.Variable}");
        var applied = await carrier.ApplySchema(connection.Text);
        await streams.Error.WriteLineAsync(applied ? "schema applied" : "the database has a schema already: nothing was changed");
    }
}

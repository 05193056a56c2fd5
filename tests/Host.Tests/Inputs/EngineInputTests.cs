using System.CommandLine;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class EngineInputTests
{
    [Fact]
    public void Fleets_are_called_directly_unless_told_otherwise()
    {
        using var engine = Start(_ => null, "");
        Assert.Same(DirectHost.Instance, engine.Host);
    }

    [Fact]
    public void Build_without_Orleans_says_which_property_left_it_out()
    {
        var error = Assert.Throws<InputException>(() => Start(_ => null, "--engine orleans"));
        Assert.Equal("--engine orleans is not in this build: it was made without Orleans (MSBuild property Orleans=false)", error.Message);
    }

    [Fact]
    public void Cluster_has_as_many_silos_as_asked_for()
    {
        var asked = new List<int>();
        Start(Note, "--engine orleans").Dispose();
        Start(Note, "--engine orleans --silos 3").Dispose();
        Assert.Equal([1, 3], asked);

        DirectEngine Note(int silos)
        {
            asked.Add(silos);
            return new DirectEngine();
        }
    }

    private static IEngine Start(Func<int, IEngine?> startOrleans, string line)
    {
        var input = new EngineInput(startOrleans);
        var command = new RootCommand { input.Engine, input.Silos };
        return input.Start(command.Parse(line));
    }
}

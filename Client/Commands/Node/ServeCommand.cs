using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node.Serving;
using ControlPlane.Client.Progress;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>serve</c>: a node and a simulated fleet on this machine.</summary>
internal static class ServeCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("serve", "Bring up a node and the simulated sites of a fleet, and keep them running.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "Starts the program controlplane-silo, waits until it takes requests, and runs the agents of all sites. A node that ends by itself, also one that was killed, is started "
                + "again after pauses that grow from 0.5 s to 30 s: what it had accepted is on disk.",
                "Ctrl-C, or closing the terminal, stops the agents, which give their jobs back, then the node; a second one ends all at once. With --json each line is an object with 'event': ready, agents, ended, "
                + "stopping. Exit codes: 0 stopped as asked, 1 the node failed, 2 or 3 it could not start.",
            ],
            Examples =
            [
                ("the paper's fleet, twenty times as fast as its model says", "controlplane serve --speed 20"),
                ("your own fleet, kept in a folder of its own", "controlplane serve lost-site --data ./lost-site --port 8081"),
                ("the node alone, for a script", "controlplane serve --no-agents --no-restart --port 0 --json -q"),
            ],
        };
        var input = new ServeInput(services.Scenarios);
        var output = new OutputInput();
        command.Add(input.Fleet);
        command.AddGroup("Node", input.Node);
        command.AddGroup("Sites and jobs", input.Agents);
        command.AddGroup("Output", output.Json, output.Quiet);
        command.SetAction(result =>
        {
            var request = input.Read(result);
            var terminal = services.Terminal.Lasting();
            var bar = new StatusBar(terminal, output.IsQuiet(result), TimeProvider.System);
            var voice = new ServeVoice(terminal, bar, output.Format(result), TimeProvider.System);
            using var supervisor = new NodeSupervisor(SiloProgram.Find(), request, voice, TimeProvider.System);
            services.Interrupts?.Take(voice.Stopping, supervisor.Kill);
            services.Interrupts?.TakeHangup();
            var house = new NodeHouse(supervisor, request.Agents, voice, bar, TimeProvider.System);
            return house.Run(services.Cancellation).GetAwaiter().GetResult() ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}

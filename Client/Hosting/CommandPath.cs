using System.CommandLine;

namespace ControlPlane.Client.Hosting;

/// <summary>How a command is called, with the groups that it is in.</summary>
internal static class CommandPath
{
    /// <summary>For example <c>controlplane region policy list</c>.</summary>
    /// <param name="command">A command or the root.</param>
    public static string Of(Command command) =>
        command is RootCommand ? "controlplane" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } group ? Of(group) : "controlplane")} {command.Name}";
}

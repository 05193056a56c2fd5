using System.CommandLine;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands;

/// <summary><c>completion SHELL</c>: a script that completes commands, options and names.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("completion", "Print a completion script for a shell.")
        {
            Section = CommandSection.Tools,
            Details = ["The script asks 'controlplane' itself for suggestions, so that it never goes out of date."],
            Examples =
            [
                ("bash, in ~/.bashrc", "source <(controlplane completion bash)"),
                ("zsh, in ~/.zshrc", "source <(controlplane completion zsh)"),
                ("fish, in ~/.config/fish/config.fish", "controlplane completion fish | source"),
                ("PowerShell, in $PROFILE", "controlplane completion pwsh | Out-String | Invoke-Expression"),
            ],
        };
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.CompletionSources.Add(_ => Shells);
        command.Add(shell);
        command.SetAction(result =>
        {
            services.Terminal.Out.Write(CompletionScript.For(result.GetRequiredValue(shell)));
            return ExitCode.Success;
        });
        return command;
    }
}

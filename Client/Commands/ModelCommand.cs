using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Models;
using ControlPlane.Client.Output;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Commands;

/// <summary><c>policies show MODEL</c>: what a trained model is.</summary>
internal static class ModelCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("show", "Show a trained model: what it learned from, how long, how it did in held-out runs, its size.")
        {
            Section = CommandSection.Understand,
            Details = ["A file that is truncated, corrupt, of an older or newer version or not a model is refused, and the message says which."],
            Examples = [("the one that comes with the product", "controlplane policies show shipped"), ("the one for generation jobs", "controlplane policies show jemas"), ("one's own", "controlplane policies show out/training/best.model")],
        };
        var model = new Argument<string>("MODEL") { Description = $"A model: {ModelInput.What}, or '{ModelInput.GenerationRule}' for that of generation jobs." };
        model.CompletionSources.Add(_ => [PolicyModel.Shipped, ModelInput.GenerationRule]);
        var output = new OutputInput();
        command.Add(model);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var policy = ModelInput.ReadAny(result.GetRequiredValue(model));
            new DocumentWriter(services.Terminal, output.Format(result)).Write(ModelTables.Describe(policy.Model!, ModelInput.DecodeAny(policy)));
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Calibration;

namespace ControlPlane.Client.Commands.Calibrate;

/// <summary><c>calibrate quality FILE</c>: quality curves of generation models.</summary>
internal static class QualityCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("quality", "Fit image quality against denoising steps, a sigmoid for each model.")
        {
            Section = CommandSection.Tools,
            Details =
            [
                "The file has the columns model,steps,brisque,clip and may have category and backbone; one row for each measured mean or image. BRISQUE (lower is better) and CLIP (higher is "
                + "better, of one backbone) are scaled to 0..1 over the whole file and weighed into one benefit; then A/(1+e^(-k(c-c0))), with --parameters 4 plus a floor, is fitted by "
                + "Levenberg and Marquardt. Refused: fewer numbers of steps than parameters + 1, mixed backbones or scales, quality that does not rise.",
                "The curves that ship with the product are placeholders: no fits are published. Those of this command are calibrated for your models, prompts and sampler, and for nothing else.",
            ],
            Examples =
            [
                ("curves, errors and residuals", "controlplane calibrate quality measured.csv"),
                ("to paste into a scenario", "controlplane calibrate quality measured.csv --yaml"),
                ("four parameters, BRISQUE alone, with a chart", "controlplane calibrate quality measured.csv --parameters 4 --clip-weight 0 --chart fit.svg"),
            ],
        };
        var file = new Argument<string>("FILE") { Description = "CSV of measurements." };
        var parameters = Quantity.WholeOption("--parameters", 3, 4, "3, or 4 with a floor (default: 3).");
        var clipWeight = Quantity.Option("--clip-weight", -1e-9, 1, "Weight of CLIP in 0..1; the rest is BRISQUE's (default: 0.5).");
        var yaml = new Option<bool>("--yaml") { Description = "Only the curves as YAML, to paste into a scenario." };
        var chart = new Option<string?>("--chart") { HelpName = "FILE.svg", Description = "Also draw points and curves." };
        var output = new OutputInput();
        command.Add(file);
        command.AddGroup("Fit", parameters, clipWeight);
        command.AddGroup("Output", [.. output.Printing, yaml, chart]);
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new InputException($"there is no file '{path}'");
            var clip = Math.Max(0, result.GetValue(clipWeight) ?? 0.5);
            var calibration = QualityCalibration.Fit(QualityTable.Read(path), path, (int)(result.GetValue(parameters) ?? 3), new(1 - clip, clip));
            if (result.GetValue(yaml))
                services.Terminal.Out.Write(QualityText.Yaml(calibration, Path.GetFileName(path)));
            else
                new DocumentWriter(services.Terminal, output.Format(result)).Write(QualityText.Document(calibration));
            foreach (var fit in calibration.Fits)
            {
                foreach (var warning in fit.Warnings)
                    Failures.WriteWarning(services.Terminal, $"{fit.Model}: {warning}");
            }

            if (result.GetValue(chart) is { } svg)
                TextFile.Write(svg, QualityChart.Of(calibration).ToStandaloneSvg());
            return ExitCode.Success;
        });
        return command;
    }
}

using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands.Calibrate;

/// <summary><c>calibrate quality</c>: parameters from measurements.</summary>
internal static class CalibrateCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("calibrate", "Fit parameters of models to measurements.")
        {
            Section = CommandSection.Tools,
            Examples = [("curves of image quality against denoising steps", "controlplane calibrate quality measured.csv")],
            Subcommands = { QualityCommand.Create(services) },
        };
}

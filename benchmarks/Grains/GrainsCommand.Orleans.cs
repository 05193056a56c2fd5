using ControlPlane.Benchmarks.Grains;

namespace ControlPlane.Benchmarks;

/// <content>The measurements, in builds with Orleans.</content>
internal static partial class GrainsCommand
{
    static partial void Serve(string[] arguments, ref int? exitCode) => exitCode = arguments switch
    {
        ["decisions", .. var options] => DecisionsCommand.Run(options),
        ["placements", .. var options] => PlacementsCommand.Run(options),
        _ => throw new ArgumentException("grains measures: decisions, placements.", nameof(arguments)),
    };
}

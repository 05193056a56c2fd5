using ControlPlane.Silo.Embedded.Node.Training;
using ControlPlane.Silo.Http;

namespace ControlPlane.Silo.Hosting;

/// <summary>What the command line asks the carrier on Orleans to run.</summary>
/// <param name="Settings">The silo; a port of 0 is picked.</param>
/// <param name="Api">The HTTP API; null for none.</param>
/// <param name="Founding">What the region is opened with if it is not open; null to leave it.</param>
/// <param name="LogLevel">The least level that is logged: <c>trace</c> to <c>none</c>.</param>
/// <param name="Json">Whether the ready line is JSON.</param>
internal sealed record RunRequest(SiloSettings Settings, ApiSettings? Api, Founding? Founding, string LogLevel, bool Json)
{
    /// <summary>How the region's trainer learns; null for no trainer.</summary>
    public TrainerChoice? Trainer { get; init; }
}

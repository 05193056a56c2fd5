using System.CommandLine;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>health</c>: asks a host whether it takes work, for supervisors of containers, which have no HTTP client of their own.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    /// <param name="api">The settings of the API, from which it knows where a host on this machine listens.</param>
    public static Command Create(Streams streams, ApiInputs api)
    {
        var address = new VerbOption("--address", "URL", "The host (default: where the HTTP API of the same settings listens).");
        var command = new Command("health", "Asks a host whether it takes work. Exit code 0: it does, 1: it does not, or nobody answers.") { address.Option };
        command.SetAction(async (result, cancellation) =>
        {
            var host = address.Read(result)?.WebAddress() ?? api.Local(result);
            var state = await Ask(host, cancellation);
            await streams.Out.WriteLineAsync($"{host.GetLeftPart(UriPartial.Authority)}: {state ?? "ready"}");
            return state is null ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    // Null when the host is ready, otherwise why not.
    private static async Task<string?> Ask(Uri host, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler();
        // The certificate names the host as others call it, not as this machine does. Nothing secret is sent, and no answer is believed beyond "ready".
#pragma warning disable CA5359 // On the loopback address there is nobody between.
        if (host.IsLoopback)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new Uri(host, "/health/ready"), cancellation);
            return response.IsSuccessStatusCode ? null : $"not ready ({(int)response.StatusCode})";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return e is HttpRequestException ? $"no answer: {e.Message}" : $"no answer within {Patience.TotalSeconds:0} s";
        }
    }
}

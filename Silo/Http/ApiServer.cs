using System.Net;
using System.Net.Security;
using ControlPlane.Fleet.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ControlPlane.Silo.Http;

/// <summary>A web server with the API, for hosts that have no web server of their own.</summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with its real port.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="plane">The host, which stays its caller's.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="time">The clock of keys, streams and idempotency; null for the system's.</param>
    /// <param name="leastLevel">What it logs, on standard error.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ApiServer> Start(
        IControlPlane plane, ApiSettings settings, TimeProvider? time = null, LogLevel leastLevel = LogLevel.Warning, CancellationToken cancellation = default)
    {
        ListenRules.Check(settings);
        // Empty: no settings files or variables of the framework take part unseen.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "controlplane-silo" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, settings));
        builder.Logging.SetMinimumLevel(leastLevel).AddConsole();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.StopTimeout);
        builder.Services.AddSingleton(plane).AddSingleton(time ?? TimeProvider.System).AddControlPlaneApi(settings);
        var app = builder.Build();
        try
        {
            ControlPlaneApi.Map(app);
            await app.StartAsync(cancellation);
            return new ApiServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it: streams and long polls end, other requests get their time to finish.</summary>
    /// <param name="cancellation">Stops at once.</param>
    public Task Stop(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, ApiSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = settings.Limits.BodyBytes;
        kestrel.Limits.MaxConcurrentConnections = settings.Limits.Connections;
        kestrel.Listen(new IPEndPoint(settings.Address, settings.Port), listen =>
        {
            if (settings.CertificatePem is null)
                return;
            var certificate = new ServedCertificate(settings.CertificatePem, settings.CertificateKeyPem!);
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Present }),
            });
        });
    }
}

using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>Sends metrics by OTLP while the host runs, where an endpoint is set.</summary>
/// <param name="settings">Where and how often.</param>
internal sealed class OtlpExport(ApiSettings settings) : IHostedService, IDisposable
{
    private MeterProvider? _provider;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.OtlpEndpoint is not { } endpoint)
            return Task.CompletedTask;
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter([.. settings.Meters.Select(prefix => $"{prefix}*")])
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = endpoint;
                exporter.Protocol = OtlpExportProtocol.Grpc;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.OtlpInterval.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _provider?.Dispose();
        _provider = null;
    }
}

using System.Text.Json.Serialization;
using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Access;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Endpoints;
using ControlPlane.Silo.Http.Keys;
using ControlPlane.Silo.Http.OpenApi;
using ControlPlane.Silo.Http.Problems;
using ControlPlane.Silo.Http.Reading;
using ControlPlane.Silo.Http.Streaming;
using ControlPlane.Silo.Http.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ControlPlane.Silo.Http;

/// <summary>The HTTP API over any host: <see cref="AddControlPlaneApi"/> to its services, <see cref="Map"/> to its pipeline.</summary>
public static class ControlPlaneApi
{
    /// <summary>Adds what the API needs. The host adds <see cref="IControlPlane"/>, and a <see cref="TimeProvider"/> if the clock is not the system's.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The settings.</param>
    public static IServiceCollection AddControlPlaneApi(this IServiceCollection services, ApiSettings settings)
    {
        ListenRules.Check(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddRoutingCore();
        services.AddAccess();
        services.AddRateLimiter(options => RequestRates.Configure(options, settings.Limits));
        services.AddOpenApi(ApiDocument.Name, ApiDocument.Configure);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(ApiJson.EnumWords);
        });
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Limits)
            .AddSingleton(provider => new KeySource(RingOf(settings, provider.GetRequiredService<TimeProvider>())))
            .AddSingleton<KeyAudit>()
            .AddSingleton<IdempotentAnswers>()
            .AddSingleton<StreamSlots>()
            .AddSingleton<ApiMeter>()
            .AddSingleton<MeterReader>()
            .AddHostedService<OtlpExport>();
    }

    /// <summary>Adds the API to the pipeline: its middleware, then every endpoint.</summary>
    /// <param name="app">The host's pipeline.</param>
    public static void Map(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ApiSettings>();
        // Both begin with the process, not with the first request: what happened before is measured too, and a bad file ends the start.
        app.Services.GetRequiredService<MeterReader>();
        app.Services.GetRequiredService<KeySource>();
        app.UseMiddleware<RequestMeasure>();
        app.UseMiddleware<ProblemMiddleware>();
        if (settings.Dev)
            app.UseMiddleware<LoopbackNames>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        MapEndpoints(app);
    }

    private static void MapEndpoints(IEndpointRouteBuilder app)
    {
        var root = app.MapGroup("");
        root.AddEndpointFilterFactory(KnownQuery.Filter);
        HealthEndpoints.Map(root);
        var api = root.MapGroup("/v1");
        JobEndpoints.Map(api);
        SiteEndpoints.Map(api);
        PolicyEndpoints.Map(api);
        PolicyLifeEndpoints.Map(api);
        TenantEndpoints.Map(api);
        EnergyEndpoints.Map(api);
        ProviderEndpoints.Map(api);
        GenerationEndpoints.Map(api);
        HostEndpoints.Map(api);
        EventEndpoints.Map(api);
        AgentEndpoints.Map(api);
        KeyEndpoints.Map(api);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }

    private static KeyRing? RingOf(ApiSettings settings, TimeProvider time) =>
        settings.Dev ? null : new KeyRing(settings.KeysFile!, time, settings.KeysReload);
}

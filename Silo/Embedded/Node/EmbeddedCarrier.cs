using System.Text.Json.Nodes;
using ControlPlane.Fleet.Control;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Embedded.Node.Deciding;
using ControlPlane.Silo.Embedded.Node.Generation;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http;
using ControlPlane.Simulation.Scenarios;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The control plane in one process: journal, node, HTTP API.</summary>
internal static class EmbeddedCarrier
{
    /// <summary>Runs until a signal, then stops taking requests, takes a snapshot and closes the journal.</summary>
    /// <param name="settings">What to run.</param>
    /// <param name="streams">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(EmbeddedSettings settings, Streams streams)
    {
        using var signals = new Signals(streams.Error, "stopping: requests that have begun are answered, then the journal is closed");
        var scenario = settings.Founding.ReadScenario();
        var offered = OfferedLoad.Of(scenario);
        var load = new KnownLoad(offered.MeanSizeUnits, offered.UnitsPerS, Seed: 1);
        await using var node = await Open(settings, scenario, load, signals.Token);
        await using var server = await ApiServer.Start(
            node, settings.Api, leastLevel: Enum.Parse<LogLevel>(settings.LogLevel, ignoreCase: true), cancellation: signals.Token);
        if (FirstKey.Hint(settings.Api) is { } hint)
            await streams.Error.WriteLineAsync(hint);
        await streams.Out.WriteLineAsync(Ready(settings, server.Address));
        await streams.Out.FlushAsync();
        ServiceManager.Tell(ServiceManager.Ready, streams.Error);
        return await RunToEnd(node, server, streams.Error, signals.Token);
    }

    private static async Task<EmbeddedNode> Open(EmbeddedSettings settings, Scenario scenario, KnownLoad load, CancellationToken cancellation)
    {
        try
        {
            return await EmbeddedNode.Open(
                settings.Place.Storage(TimeProvider.System),
                scenario.Fleet,
                settings.Node with { Energy = settings.Node.Energy with { SlotS = scenario.Energy?.SlotS ?? settings.Node.Energy.SlotS } },
                ChoiceOf(settings.Founding.Policy),
                load,
                TimeProvider.System,
                ScenarioSignals.Dispatch(scenario, settings.Founding.RepeatsSignals),
                new ProviderSettings
                {
                    Rule = settings.GenerationPolicy,
                    Dispatch = ScenarioSignals.ProviderDispatch(scenario, settings.Founding.RepeatsSignals),
                },
                new DecisionSettings { FirstModel = settings.Founding.Policy.Model?.Bytes ?? default, Trainer = settings.Trainer?.For(scenario, settings.Place.Folder) },
                cancellation);
        }
        catch (Exception wrong) when (wrong is ControlException or ArgumentException or FormatException or InvalidDataException)
        {
            throw new InputException(wrong.Message);
        }
    }

    private static PolicyChoice ChoiceOf(PolicySpec policy) =>
        new(policy.Name, policy.Settings, policy.Model is { } model ? new ModelMark(model.Name, model.Digest, model.Bytes.Length) : null);

    private static async Task<int> RunToEnd(EmbeddedNode node, ApiServer server, TextWriter error, CancellationToken signal)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = signal.Register(asked.SetResult);
        await Task.WhenAny(asked.Task, node.Completion);
        if (!signal.IsCancellationRequested)
        {
            await error.WriteLineAsync($"error: the node gave up: {node.Completion.Exception?.InnerException?.Message}");
            return ExitCode.Failure;
        }

        await server.Stop(CancellationToken.None);
        await node.Close(CancellationToken.None);
        return ExitCode.Success;
    }

    private static string Ready(EmbeddedSettings settings, Uri address) => settings.Json
        ? new JsonObject
        {
            ["event"] = "ready",
            ["node"] = settings.Node.Name,
            ["pid"] = Environment.ProcessId,
            ["address"] = address.ToString(),
            ["fleet"] = settings.Founding.Fleet,
        }.ToJsonString()
        : $"ready node={settings.Node.Name} pid={Environment.ProcessId} address={address} fleet={settings.Founding.Fleet}";
}

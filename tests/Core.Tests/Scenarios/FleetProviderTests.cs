using ControlPlane.Fleet.Generation;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>Service providers in the scenario of a fleet.</summary>
public sealed class FleetProviderTests
{
    private const string Providers = """
        energy-slot: 10 min
        provider-defaults:
          energy: { price: 40 USD/MWh, carbon: 300 g/kWh }
        providers:
          - { name: asp-1, model: SDXL, gpus: 4, queue: fifo, max-wait: 20 s }
          - { name: asp-2, model: SD1.5, gpus: 2.5 }
        transfer:
          links: [{ from: asp-1, to: asp-2, rtt: 80 ms }]

        """;

    [Fact]
    public void What_is_written_is_what_the_fleet_has()
    {
        var scenario = Yaml.Parse(Yaml.Small + Providers + "deadlines: { fast: 5 s }\nsteps: [10, 20]\n");
        var fleet = scenario.Fleet.Generation!;
        Assert.Equal([("asp-1", "SDXL", 4.0, QueueKind.Fifo, 20.0), ("asp-2", "SD1.5", 2.5, QueueKind.Fluid, double.PositiveInfinity)],
            fleet.Providers.Select(p => (p.Name, p.Model.Name, p.Gpus, p.Queue, p.MaxWaitS)));
        Assert.Equal((600.0, 0.08), (fleet.SlotS, fleet.Link(1, 0).RttS));
        Assert.Equal([10, 20], fleet.Steps);
        Assert.Equal(("fast", 5), (Assert.Single(fleet.Deadlines).Name, fleet.Deadlines[0].WithinS));
        Assert.Equal(0.04, scenario.ProviderEnergy!.At(1, 3).Tariff.BuyUsdPerKwh, 12);
        Assert.Null(scenario.Energy);
    }

    [Fact]
    public void Deadlines_and_steps_have_defaults_and_a_fleet_without_providers_has_none_of_it()
    {
        var fleet = Yaml.Parse(Yaml.Small + Providers).Fleet.Generation!;
        Assert.Equal(["urgent", "quick", "normal", "relaxed"], fleet.Deadlines.Select(d => d.Name));
        Assert.Equal(GenerationModels.Steps, fleet.Steps);
        var plain = Yaml.Parse(Yaml.Small);
        Assert.Null(plain.Fleet.Generation);
        Assert.Null(plain.ProviderEnergy);
    }

    [Theory]
    [InlineData("model: SDXL", "model: SD9", "providers[0].model", "SD9")]
    [InlineData("gpus: 4,", "gpus: 4.5,", "providers[0].gpus", "whole number")]
    [InlineData("to: asp-2", "to: asp-3", "transfer.links[0].to", "asp-3")]
    [InlineData("price: 40 USD/MWh, ", "", "provider-defaults.energy", "price")]
    public void What_is_wrong_is_named(string part, string replacement, string where, string what)
    {
        var shown = Yaml.Problems(Yaml.Small + Providers.Replace(part, replacement, StringComparison.Ordinal))[0].ToString();
        Assert.Contains(where, shown, StringComparison.Ordinal);
        Assert.Contains(what, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deadlines: { fast: 5 s }")]
    [InlineData("transfer: { rtt: 1 s }")]
    [InlineData("steps: [1]")]
    public void Keys_for_providers_are_refused_where_there_are_none(string key) =>
        Assert.Contains("is for service providers, and the fleet has none under providers", Yaml.Problem(Yaml.Small + key + "\n"), StringComparison.Ordinal);
}

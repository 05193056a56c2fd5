using ControlPlane.Core.Tests.Scenarios;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Files;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>The real files beside the repository: rows, spans and figures that were computed from them with other means.</summary>
public sealed class RealFileTests
{
    private const string Azure = "workload/AzureLLMInferenceTrace_code.csv";
    private const string GenAi = "workload/alibaba_genai_lora_request_trace.csv";

    [SharedDataTheory]
    [InlineData("US-MIDA-PJM", 35.7387, 29.16, 2, -3.304058)]
    [InlineData("US-NY-NYIS", 36.3879, 30.76, 2, -1.03)]
    [InlineData("US-CAL-CISO", 61.5232, 53.80, 149, -19.00936)]
    [InlineData("DE-LU", 102.5668, 105.84, 292, -484.39918)]
    public void A_year_of_prices(string zone, double mean, double median, int negative, double least)
    {
        var price = Shared($"prices/{zone}_electricity_prices_2023.csv").Signal(SignalQuantity.PriceUsdPerKwh);
        var sorted = price.Values.ToArray().Order().ToArray();
        Assert.Equal((8760, 0, Utc(2023, 1, 1), Utc(2024, 1, 1)), (price.Source.Rows, price.Source.FilledSlots, price.StartUtc, price.EndUtc));
        Assert.Equal(mean, 1000 * sorted.Average(), 3);
        Assert.Equal(mean, 1000 * price.Mean(price.StartUtc, price.EndUtc), 3);
        Assert.Equal(median, 1000 * sorted[4380], 2);
        Assert.Equal((negative, least), (sorted.Count(v => v < 0), Math.Round(1000 * sorted[0], 6)));
    }

    [SharedDataTheory]
    [InlineData("US-MIDA-PJM", 0.3218162)]
    [InlineData("US-NY-NYIS", 0.2096799)]
    [InlineData("US-CAL-CISO", 0.1939556)]
    [InlineData("DE-LU", 0.3076619)]
    public void A_year_of_carbon(string zone, double mean)
    {
        var file = Shared($"carbon/{zone}_2023_hourly.csv");
        Assert.Equal((8760, 2, 0), (file.Rows, file.Series.Count, file.Series.Sum(s => s.Source.FilledSlots)));
        Assert.Equal(mean, file.Series[0].Values.ToArray().Average(), 7);
        Assert.True(file.Series[1].Values.ToArray().Average() > mean);
    }

    [SharedDataTheory]
    [InlineData("USA_NY_New.York-Kennedy", 12.9173, 214.9389, 11.3548, -5)]
    [InlineData("USA_CA_San.Jose-Mineta", 15.2467, 221.5249, 2.8288, -8)]
    public void A_year_of_weather(string place, double temperatureC, double irradiance, double wind, int offset)
    {
        var file = Shared($"weather/{place}.epw");
        Assert.Equal(temperatureC, file.Signal(SignalQuantity.TemperatureC).Values.ToArray().Average(), 4);
        Assert.Equal(irradiance, file.Signal(SignalQuantity.IrradianceWPerM2).Values.ToArray().Average(), 4);
        Assert.Equal(wind, file.Signal(SignalQuantity.WindMPerS).Values.ToArray().Average(), 4);
        var sun = file.Signal(SignalQuantity.IrradianceWPerM2);
        var byHour = Enumerable.Range(0, 24).Select(h => Enumerable.Range(0, 365).Average(d => sun.At(Utc(2023, 1, 1, h, 30).AddDays(d) - TimeSpan.FromHours(offset)))).ToArray();
        Assert.InRange(Array.IndexOf(byHour, byHour.Max()), 11, 13);
        Assert.Equal(0, byHour[0]);
    }

    [SharedDataFact(Azure)]
    public void An_hour_of_requests_to_language_models()
    {
        var file = Shared(Azure);
        var arrivals = file.Signal(SignalQuantity.ArrivalsPerSlot);
        Assert.Equal((8819, Utc(2023, 11, 16, 18, 15), 12), (file.Rows, arrivals.StartUtc, arrivals.Values.Length));
        Assert.Equal(8819, arrivals.Values.ToArray().Sum());
    }

    [SharedDataFact(GenAi)]
    public void Twenty_four_days_of_requests_for_images()
    {
        var file = Shared(GenAi);
        var arrivals = file.Signal(SignalQuantity.ArrivalsPerSlot);
        Assert.Equal((26_823, Utc(2024, 11, 15, 16, 55), Utc(2024, 12, 8, 17, 35)), (file.Rows, arrivals.StartUtc, arrivals.EndUtc));
        Assert.True(arrivals.Values.ToArray().Max() <= 110);
        Assert.Equal([24_305, 1_362], Tally(file, "steps").Counts.Take(2).Select(c => c.Value));
        Assert.Equal(2.694, Tally(file, "images").Mean, 3);
        Assert.Equal([24_438, 2_199, 186], Tally(file, "kind").Counts.Select(c => c.Value));
        Assert.Equal(0.984, Tally(file, "status").Counts[0].Value / 26_823.0, 3);
        Assert.Equal(3830 / 26_823.0, file.HourOfDayShare[0], 12);
    }

    private static SignalFile Shared(string file) => SignalReader.Read(Path.Combine(Repository.SharedData!, file));

    private static SignalTally Tally(SignalFile file, string name) => file.Tallies.Single(t => t.Name == name);
}

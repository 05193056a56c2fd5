using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>Time, power and energy of an image by denoising steps and clock.</summary>
internal static class HardwareSection
{
    public static void Write(HtmlReport report, GenerationStudyView view)
    {
        var day = view.Days.Day;
        // One of each model, on the first provider that has it.
        ServiceProviderSpec[] models = [.. day.Providers.DistinctBy(p => p.Model.Name)];
        var (steps, usual) = (day.Steps, day.Steps[day.Steps.Count / 2]);
        var clocks = models[0].Gpu.Clocks;
        report.Section("What an image takes").Details("Time, power and energy by denoising steps and clock", d => d
            .Figure(Lines("GPU time by denoising steps", new Axis("denoising steps"), new Axis("GPU time", "s") { FromZero = true }, models, steps, (p, c) => p.Model.ServiceS((int)c, GenerationGpu.FullClock)), "At clock 1.", FigureWidth.Half)
            .Figure(Lines($"GPU time of {usual} steps by clock", new Axis("clock"), new Axis("GPU time", "s") { FromZero = true }, models, clocks, (p, f) => p.Model.ServiceS(usual, f)), "", FigureWidth.Half)
            .Figure(Lines("Power of a busy GPU by clock", new Axis("clock"), new Axis("power", "W") { FromZero = true }, models, clocks, (p, f) => p.Gpu.PowerW(p.Model.ActiveW, f)), "", FigureWidth.Half)
            .Figure(Lines($"Energy of {usual} steps by clock", new Axis("clock"), new Axis("energy", "J") { FromZero = true }, models, clocks, (p, f) => p.Model.EnergyJ(usual, f, p.Gpu)), "", FigureWidth.Half));
    }

    private static LineChart Lines<T>(string title, Axis x, Axis y, IReadOnlyList<ServiceProviderSpec> models, IReadOnlyList<T> at, Func<ServiceProviderSpec, double, double> value)
        where T : System.Numerics.INumber<T>
    {
        double[] points = [.. at.Select(double.CreateChecked)];
        return new(new(title, $"{title}, a line a model.", x, y, [.. models.Select((p, i) => new LineSeries(p.Model.Name, i, points, [.. points.Select(v => value(p, v))]))]));
    }
}

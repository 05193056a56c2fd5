using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Html;

/// <summary>The small picture that stands before the name of a policy in a table: its line and marker.</summary>
internal static class PolicyKey
{
    public static string Svg(int slot)
    {
        var canvas = new SvgCanvas(new IdSource());
        canvas.Path(new PathBuilder().MoveTo(0, 7).LineTo(24, 7), "ln", SeriesStyle.Dash(slot));
        Markers.Draw(canvas, slot, 12, 7, 3.4);
        return $"<svg class=\"chart key {SeriesStyle.ColorClass(slot)}\" viewBox=\"0 0 24 14\" aria-hidden=\"true\">{canvas.Content}</svg>";
    }
}

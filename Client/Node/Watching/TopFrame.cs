using ControlPlane.Client.Output;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Client.Node.Watching;

/// <summary>Composes the lines of <c>top</c> for a screen of some size.</summary>
/// <param name="ink">How it is written.</param>
/// <param name="columns">Characters of a line.</param>
/// <param name="rows">Lines; what does not fit is left out, and said.</param>
internal sealed class TopFrame(Ink ink, int columns, int rows)
{
    private const int LeastEvents = 4;
    private const int Label = 8;
    private const double WattsPerKw = 1000;
    private readonly List<string> _lines = [];

    /// <summary>The lines.</summary>
    /// <param name="view">What to show.</param>
    /// <param name="address">Where the node is.</param>
    /// <param name="trouble">Why what is shown is old; null if it is not.</param>
    public IReadOnlyList<string> Compose(TopView view, Uri address, string? trouble)
    {
        _lines.Clear();
        Head(view, address, trouble);
        Jobs(view.Ledger);
        Rates(view);
        Energy(view.Energy);
        var left = rows - _lines.Count;
        var sites = new TopSites(ink, columns);
        var room = Math.Max(1, left - LeastEvents - 3);
        _lines.Add("");
        _lines.AddRange(sites.Rows(view.Sites, room));
        Events(view.Events);
        return [.. _lines.Take(rows)];
    }

    private void Head(TopView view, Uri address, string? trouble)
    {
        var host = view.Host;
        var clock = $"{view.At:HH:mm:ss}";
        var policy = view.Policy is { } p ? $"{PolicyTables.LabelOf(p)} v{p.Version}{Beside(view.Life)}" : "no policy";
        var state = trouble is not null ? "NO ANSWER" : host.IsReady ? "ready" : "NOT READY";
        var upS = Math.Max(0, (view.At - host.StartedAt).TotalSeconds);
        string[] parts = [$"node {host.Name}", $"{address.Host}:{address.Port}", state, $"up {Show.Duration(Math.Round(upS))}", policy];
        var used = parts.Sum(p => p.Length + 2);
        var gap = new string(' ', Math.Max(1, columns - used - clock.Length));
        _lines.Add(
            $"{ink.Of(parts[0], Ink.Bold)}  {parts[1]}  {ink.Verdict(trouble is null && host.IsReady, state, state)}  {parts[3]}  {ink.Of(Cut(parts[4], columns - used + parts[4].Length), Ink.Busy)}{gap}{ink.Of(clock, Ink.Faint)}");
        if ((trouble ?? (host.Detail.Length > 0 ? host.Detail : null)) is { } text)
            _lines.Add(ink.Of(Cut(text, columns), Ink.Bad));
        _lines.Add("");
    }

    private static string Beside(PolicyLifeView? life) =>
        (life?.Canary is { } canary ? $", canary v{canary.Version} {canary.Share * 100:0.#} %" : "") + (life?.Shadow is { } shadow ? $", shadow v{shadow.Version}" : "");

    private void Jobs(LedgerView ledger)
    {
        (string Word, long Count, string Style, char Plain)[] states =
        [
            ("completed", ledger.Completed, Ink.Good, '='), ("running", ledger.Running, Ink.Busy, '#'), ("queued", ledger.Queued, Ink.Waiting, '+'),
            ("held", ledger.Held, "35", '-'), ("failed", ledger.Failed, Ink.Bad, '!'), ("cancelled", ledger.Cancelled, Ink.Faint, 'x'),
        ];
        double whole = Math.Max(1, ledger.Submitted);
        Labelled("Jobs", ink.Bar(columns - Label, [.. states.Select(s => (s.Count / whole, s.Style, s.Plain))]));
        var counts = string.Join("  ", states.Select(s => $"{ink.Of($"{s.Count}", s.Count > 0 ? s.Style : Ink.Faint)} {s.Word}"));
        Labelled("", $"{counts}");
        Labelled("Ledger", $"{ledger.Submitted} submitted, {ink.Verdict(ledger.Closes, "closes", "DOES NOT CLOSE")}");
    }

    private void Rates(TopView view)
    {
        var rate = view.CompletedPerS is { } perS ? $"{perS:0.0} jobs/s done" : "- jobs/s done";
        var power = $"{view.PowerW / WattsPerKw:0.0} kW now, {view.Ledger.EnergyKwh:0.00} kWh, {view.Host.Live} of {view.Host.Capacity} live";
        var width = Math.Max(0, columns - Label - 20 - power.Length - 2);
        var line = ink.Line(Math.Min(width, 40), view.Rates);
        Labelled("Rate", $"{rate,-20}{power}{(view.Rates.Count > 0 && width > 0 ? $"  {line}" : "")}");
    }

    private void Energy(IReadOnlyList<SiteEnergyView> sites)
    {
        if (sites.Count == 0)
            return;
        var batteries = sites.Select(s => s.Battery).OfType<BatteryView>().ToList();
        var charge = batteries.Count == 0 ? "" : $", batteries {100 * batteries.Sum(b => b.StoredKwh) / batteries.Sum(b => b.CapacityKwh):0} % {batteries.Sum(b => b.SetPointKw):+0.0;-0.0;0} kW";
        var overridden = batteries.Count(b => b.Override is not null);
        var unknown = sites.Sum(s => s.Today.WithoutConditions + s.Today.Gaps);
        Labelled(
            "Energy",
            $"today {sites.Sum(s => s.Today.LoadKwh):0.00} kWh, {sites.Sum(s => s.Today.Account.CostUsd):0.00} USD, {sites.Sum(s => s.Today.Account.CarbonKg):0.0} kgCO2{charge}"
            + (overridden > 0 ? ink.Of($", {overridden} overridden", Ink.Waiting) : "")
            + (unknown > 0 ? ink.Of($", {unknown} slots unknown", Ink.Bad) : ""));
    }

    private void Events(IReadOnlyList<ControlEvent> events)
    {
        var room = rows - _lines.Count - 2;
        if (room < 1)
            return;
        _lines.Add("");
        _lines.Add(ink.Of("Last events", Ink.Bold));
        foreach (var e in events.TakeLast(room))
            _lines.Add(ink.Of(Cut($"{e.At.LocalDateTime:HH:mm:ss} {e.Kind,-16} {e.Job} {(e.Site is null ? "" : $"at {e.Site}")} {e.Detail}".TrimEnd(), columns), Style(e.Kind)));
    }

    private static string Style(string kind) => kind switch
    {
        "failed" or "agent-lost" or "missed" => Ink.Bad,
        "completed" => Ink.Good,
        "started" => Ink.Busy,
        "submitted" or "queued" => Ink.Faint,
        _ => "0",
    };

    private void Labelled(string label, string text) => _lines.Add(ink.Of(label.PadRight(Label), Ink.Bold) + text);

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width)];
}

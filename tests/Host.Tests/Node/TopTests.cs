using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Contexts;
using ControlPlane.Client.Node.Watching;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class TopTests
{
    private static readonly Uri Somewhere = new("http://127.0.0.1:8080");

    [Theory]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 60)]
    public void A_frame_fits_every_screen(int columns, int rows)
    {
        foreach (var sites in new[] { 0, 2, 100 })
        {
            var lines = Compose(View(sites), columns, rows, trouble: new string('x', 500));
            Assert.True(lines.Count <= rows, $"{lines.Count} lines");
            if (columns >= 80)
                Assert.All(lines, l => Assert.True(l.Length <= columns, l));
        }
    }

    [Fact]
    public void Sites_that_do_not_fit_are_counted_and_those_in_need_come_first()
    {
        var text = string.Join('\n', Compose(View(100), 100, 24));
        Assert.Matches(@"and \d+ more with shorter queues", text);
        Assert.Contains("no agent", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_frames_are_ASCII_without_escapes() =>
        Assert.All(Compose(View(3), 100, 30), l => Assert.True(l.All(c => c is >= ' ' and <= '~'), l));

    [Fact]
    public void A_bar_shows_shares_and_whatever_there_is_at_all()
    {
        var ink = new Ink(hasColours: false, isPlain: true);
        Assert.Equal("##########", ink.Bar(10, (1, Ink.Busy, '#')));
        Assert.Equal("#####.....", ink.Bar(10, (0.5, Ink.Busy, '#')));
        Assert.Equal("#+........", ink.Bar(10, (0.001, Ink.Busy, '#'), (0.001, Ink.Busy, '+')));
        Assert.Equal("..........", ink.Bar(10, (0, Ink.Busy, '#')));
    }

    [Fact]
    public async Task One_look_is_a_picture_or_JSON()
    {
        await using var node = await NodeServer.Start();
        node.Run("submit", "--id", "a", "--size", "2");
        var text = node.Run("top", "--once");
        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.Contains("1 submitted, closes", text.Out, StringComparison.Ordinal);
        Assert.Contains(node.Json("top")["events"]!.AsArray(), e => (string)e!["job"]! == "a");
        Assert.Equal(3, Cli.Run("top", "--node", "http://127.0.0.1:9", "--give-up", "0.2s", "-q").ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_terminal_comes_back_after_q_and_after_Ctrl_C(bool byKey)
    {
        await using var node = await NodeServer.Start();
        using var interrupt = new CancellationTokenSource();
        var screen = new LookedAtScreen(byKey, interrupt.Cancel);
        var result = Cli.Run(["top", "--every", "0.2s", "--node", $"{node.Address}"], colour: true, isTerminal: true, cancellation: interrupt.Token, screen: screen);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("\u001b[?1049h\u001b[?25l", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?25h\u001b[?1049l", result.Out, StringComparison.Ordinal);
        Assert.Contains("\u001b[?2026h", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_goes_on_after_looks_that_fail_until_Ctrl_C()
    {
        await using var node = await NodeServer.Start();
        using var interrupt = new CancellationTokenSource();
        List<string> states = [];
        var result = PlainText(node, Hear, interrupt.Token);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["ready", "no answer", "ready"], states);
        Assert.Contains("the disk is full", result.Out, StringComparison.Ordinal);

        void Hear(string line)
        {
            if (!line.StartsWith("node test", StringComparison.Ordinal))
                return;
            states.Add(line.Contains("NO ANSWER", StringComparison.Ordinal) ? "no answer" : "ready");
            // The node is away after the first picture, back after the second, and a person has seen enough after the third.
            node.Plane.FailNext(states.Count == 1 ? int.MaxValue : 0);
            if (states.Count == 3)
                interrupt.Cancel();
        }
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_a_look_is_no_failure()
    {
        await using var node = await NodeServer.Start();
        using var interrupt = new CancellationTokenSource();
        var looks = 0;
        node.Plane.OnLedger = () =>
        {
            if (++looks == 2)
                interrupt.Cancel();
        };
        var result = PlainText(node, _ => { }, interrupt.Token);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Single(result.Lines, l => l.StartsWith("node test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_look_that_fails_is_a_failure()
    {
        await using var node = await NodeServer.Start();
        node.Plane.OnLedger = () => throw new ControlException(ControlProblem.Unavailable, "the disk is full");
        Assert.Equal((3, ""), (node.Run("top", "--once").ExitCode, node.Run("top", "--once").Out));
    }

    private static CliResult PlainText(NodeServer node, Action<string> hear, CancellationToken interrupt)
    {
        using var output = new HeardWriter(hear);
        using var error = new StringWriter { NewLine = "\n" };
        var contexts = new ContextFile(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "contexts.json"));
        var services = new CliServices(new Terminal { Out = output, Error = error }, new TestScenarios(), Report: null, interrupt) { Contexts = contexts };
        var code = CommandLine.Run(["top", "--every", "0.2s", "--node", $"{node.Address}"], services);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    private static IReadOnlyList<string> Compose(TopView view, int columns, int rows, string? trouble = null) =>
        new TopFrame(new Ink(hasColours: false, isPlain: true), columns, rows).Compose(view, Somewhere, trouble);

    private static TopView View(int sites)
    {
        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        return new TopView(
            now,
            new HostView("local", "embedded", true, "", now.AddHours(-3), ["gate"], 12, 1000),
            [.. Enumerable.Range(0, sites).Select(i => new SiteView($"site-{i}", "H100-SXM5", 512, 512, 512, 256, 64, i, i == 1, i != 0, "a", now, 1234.5, 10, 100, 1))],
            new LedgerView(100, 1, 2, 3, 90, 3, 1, 12.3, []),
            new PolicyView(3, new PolicyChoice("least-energy", new Dictionary<string, string> { ["gpus"] = "2" }), "", now, "ada", true, 1, 0),
            [1, 5, 3],
            [.. Enumerable.Range(1, 50).Select(i => new ControlEvent(i, now, "completed", $"job-{i}", "site-1", ""))]);
    }

    // Tells each line on the thread that writes it.
    private sealed class HeardWriter(Action<string> hear) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            hear(value ?? "");
        }
    }

    // A person who looks at a few frames, makes the window smaller, and then has seen enough.
    private sealed class LookedAtScreen(bool byKey, Action interrupt) : ITerminalScreen
    {
        private int _looks;

        public (int Columns, int Rows) Size => _looks < 3 ? (100, 30) : (80, 20);

        public char? Key()
        {
            if (++_looks < 8)
                return null;
            if (!byKey)
                interrupt();
            return byKey ? 'q' : null;
        }
    }
}

namespace ControlPlane.Host.Tests.Commands;

/// <summary><c>signals</c>: made, inspected, refused.</summary>
public sealed class SignalsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signals").FullName;

    [Fact]
    public void A_made_file_is_recognised_and_its_figures_are_shown()
    {
        var file = Make("price");
        var result = Cli.Run("signals", "inspect", file, "--rows", "1");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("price.csv: HPE sustain-cluster electricity prices (22 zones, hourly); 48 rows; sha256 ", result.Out, StringComparison.Ordinal);
        Assert.Contains("2023-03-12 00:00  2023-03-14 00:00  3600     48       0", result.Out, StringComparison.Ordinal);
        Assert.Contains("Done to the values: USD/MWh to USD/kWh.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_json_and_csv()
    {
        var (price, weather) = (Make("price"), Make("weather"));
        var json = Cli.Json("signals", "inspect", price, weather);
        Assert.Equal(["hpe-prices", "nsrdb"], json["files"]!.AsArray().Select(f => (string)f!["layout"]!));
        Assert.Equal(48, (int)json["files"]![0]!["signals"]![0]!["slots"]!);
        Assert.Equal(["irradiance", "temperature", "wind"], json["files"]![1]!["signals"]!.AsArray().Select(s => (string)s!["signal"]!));
        var csv = Cli.Run("signals", "inspect", price, weather, "--csv").Lines;
        Assert.StartsWith("file,signal,unit,start_utc,end_utc,step_s,slots,filled,mean,min,p01,p50,p90,p99,max,spark", csv[0], StringComparison.Ordinal);
        Assert.Equal(5, csv.Count(l => l.Length > 0));
    }

    [Fact]
    public void A_step_and_a_report_can_be_asked_for()
    {
        var page = Path.Combine(_folder, "page.html");
        var json = Cli.Json("signals", "inspect", Make("carbon"), "--step", "5m", "--report", page);
        Assert.Equal(576, (int)json["files"]![0]!["signals"]![0]!["slots"]!);
        Assert.Contains("<svg", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_each_file_is_one_line_and_exit_code_2()
    {
        var (bad, worse) = (Path.Combine(_folder, "bad.csv"), Path.Combine(_folder, "worse.csv"));
        File.WriteAllText(bad, "TIMESTAMP,ContextTokens,GeneratedTokens\nnoon,1,2\n");
        File.WriteAllText(worse, "a,b\n1,2\n");
        var result = Cli.Run("signals", "inspect", bad, Make("price"), worse);
        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        var lines = result.Error.TrimEnd('\n').Split('\n');
        Assert.StartsWith($"error: {bad}:2: TIMESTAMP: must be a time like", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"error: {worse}:1: no known layout has the columns 'a', 'b'", lines[1], StringComparison.Ordinal);
        Assert.Contains("there is no file", Cli.Error("signals", "inspect", "none.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_layout_is_listed_with_its_header()
    {
        var result = Cli.Run("signals", "layouts");
        foreach (var name in new[] { "hpe-prices", "pjm-rt", "pjm-da", "nyiso", "caiso", "aemo", "electricity-maps", "eia-mix", "watttime", "nrel-solar", "nsrdb", "wind-toolkit", "open-meteo", "epw", "alibaba-genai", "azure-llm", "burstgpt", "alibaba-gpu-2020-task", "alibaba-gpu-2023", "parti-prompts" })
            Assert.Contains(result.Lines, l => l.StartsWith($"{name}: ", StringComparison.Ordinal));
        Assert.Contains("Datetime (UTC),Datetime (Local),Price (USD/MWh)", result.Out, StringComparison.Ordinal);
        Assert.Equal(21, Cli.Run("signals", "layouts", "--csv").Lines.Count(l => l.Length > 0) - 1);
    }

    [Fact]
    public void The_same_seed_makes_the_same_file_and_a_wrong_day_is_refused()
    {
        string[] args = ["signals", "make", "price", "--place", "ercot", "--days", "2"];
        Assert.Equal(Cli.Run(args).Out, Cli.Run(args).Out);
        Assert.NotEqual(Cli.Run(args).Out, Cli.Run([.. args, "--seed", "2"]).Out);
        Assert.Contains("--from must be a day like 2023-07-01", Cli.Error([.. args, "--from", "yesterday"]), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Make(string kind)
    {
        var file = Path.Combine(_folder, $"{kind}.csv");
        Assert.Equal(0, Cli.Run("signals", "make", kind, "--from", "2023-03-12", "--days", "2", "--to", file).ExitCode);
        return file;
    }
}

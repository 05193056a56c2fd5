using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files;
using static ControlPlane.Core.Tests.Signals.Golden;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>What cannot be used is refused, and the message says where it is.</summary>
public sealed class RefusalTests
{
    private const string Header = "Datetime (UTC),Datetime (Local),Price (USD/MWh)\n";

    [Theory]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n2023-01-01 01:00:00+00:00,,2\n2023-01-01 01:00:00+00:00,,3\n", "test.csv:4: Datetime (UTC): 2023-01-01 01:00:00 UTC comes twice")]
    [InlineData("2023-01-01 01:00:00+00:00,,1\n2023-01-01 00:00:00+00:00,,2\n", "test.csv:3: Datetime (UTC): time runs backward: 2023-01-01 00:00:00 UTC comes after 2023-01-01 01:00:00 UTC")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n2023-01-01 01:00:00+00:00,,2\n2023-01-01 05:00:00+00:00,,3\n2023-01-01 06:00:00+00:00,,3\n", "test.csv:4: Datetime (UTC): price has a gap of 03:00:00 from 2023-01-01 02:00:00 UTC to 2023-01-01 05:00:00 UTC; at most 2 hours are filled")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n2023-01-01 01:00:00+00:00,,2\n2023-01-01 02:30:00+00:00,,3\n2023-01-01 03:30:00+00:00,,3\n", "test.csv:4: Datetime (UTC): 2023-01-01 02:30:00 UTC is not a whole number of steps of 01:00:00")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n2023-01-01 01:00:00+00:00,,1 234.5\n", "test.csv:3: Price (USD/MWh): must be a number in [-100000, 100000] USD/MWh, not '1 234.5'")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n2023-01-01 01:00:00+00:00,,1e300\n", "test.csv:3: Price (USD/MWh): must be a number in")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n01.02.2023 01:00,,1\n", "test.csv:3: Datetime (UTC): must be a time like 2023-01-01 00:00:00")]
    [InlineData("2023-01-01 00:00:00+00:00,1\n", "test.csv:2: the line has 2 fields, the header 3")]
    [InlineData("2023-01-01 00:00:00+00:00,2023-01-01 01:00:00+02:00,1\n", "test.csv:2: Datetime (Local): must be the same instant as Datetime (UTC)")]
    [InlineData("2023-01-01 00:00:00+00:00,,1\n", "price: 1 values are no series")]
    [InlineData("2023-01-01 00:00:00+00:00,,\n2023-01-01 01:00:00+00:00,,NaN\n", "price: 0 values are no series")]
    [InlineData("\"2023-01-01 00:00:00+00:00,,1\n", "not a line of values")]
    public void Rows_that_cannot_be_used_name_file_line_and_field(string rows, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => Parse(Header + rows)).Message);

    [Fact]
    public void A_gap_of_two_hours_is_filled_and_counted()
    {
        var price = Parse(Header + "2023-01-01 00:00:00,,1\n2023-01-01 01:00:00,,2\n2023-01-01 04:00:00,,5\n2023-01-01 05:00:00,,6\n").Series.Single();
        Assert.Equal([1.0, 2, 2, 2, 5, 6], price.Values.ToArray().Select(v => Math.Round(v * 1000, 9)));
        Assert.Equal(2, price.Source.FilledSlots);
    }

    [Fact]
    public void An_unknown_header_lists_what_was_found_and_the_nearest_layout()
    {
        var message = Assert.Throws<ScenarioException>(() => Parse("Datetime (UTC),Price (EUR/MWh)\n1,2\n")).Message;
        Assert.Contains("no known layout has the columns 'Datetime (UTC)', 'Price (EUR/MWh)'; nearest is ", message);
        Assert.Contains("hpe-prices", message);
        Assert.Contains("known are hpe-prices, pjm-rt", Assert.Throws<ScenarioException>(() => Parse("a,b\n1,2\n")).Message);
    }

    [Theory]
    [InlineData("", "test.csv:1: the file is empty")]
    [InlineData("\n\n", "test.csv:1: the file is empty")]
    [InlineData("{\"a\":1}", "no known JSON layout")]
    [InlineData("{\"a\":\n1", "test.csv:2: ")]
    [InlineData("LOCATION,a,b\n", "LOCATION: the line has 3 fields")]
    public void What_is_no_signal_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => Parse(text)).Message);

    [Fact]
    public void A_header_that_names_a_needed_column_twice_is_refused() =>
        Assert.Contains("the header names this column twice", Assert.Throws<ScenarioException>(() => Parse("TIMESTAMP,ContextTokens,GeneratedTokens,timestamp\n")).Message);

    [Fact]
    public void A_file_that_is_not_there_is_a_plain_message() =>
        Assert.Contains("cannot be read", Assert.Throws<ScenarioException>(() => SignalReader.Read(Path.Combine(Folder, "none.csv"))).Message);

    [Fact]
    public void Provenance_names_the_bytes()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "watttime.json"));
        var source = Read("watttime.json").Series[0].Source;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), source.Sha256);
        Assert.Equal(("watttime.json", "watttime", 4, Utc(2023, 7, 15), Utc(2023, 7, 15, 0, 15)), (source.File, source.Layout, source.Rows, source.FirstUtc, source.LastUtc));
    }

    [Fact]
    public void A_compressed_file_is_read_like_a_plain_one()
    {
        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(File.ReadAllBytes(Path.Combine(Folder, "hpe-prices.csv")));
        zipped.Position = 0;
        Assert.Equal(23, SignalReader.Read(zipped, "hpe-prices.csv.gz").Rows);
        var cut = new MemoryStream(zipped.ToArray()[..^20]);
        Assert.Contains("not a complete gzip file", Assert.Throws<ScenarioException>(() => SignalReader.Read(cut, "cut.csv.gz")).Message);
    }
}

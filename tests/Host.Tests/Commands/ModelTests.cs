using System.Security.Cryptography;

namespace ControlPlane.Host.Tests.Commands;

public sealed class ModelTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "models", "chsac.model");

    [Fact]
    public void The_shipped_model_says_what_it_is()
    {
        var model = Cli.Json("policies", "show", "shipped");
        var bytes = File.ReadAllBytes(Shipped);
        Assert.Equal("priced", (string)model["preset"]!);
        Assert.Equal(8, model["fleet"]!.AsArray().Count);
        Assert.True((long)model["decisions"]! > (long)model["updates"]! && (long)model["updates"]! > 0);
        Assert.InRange((double)model["held_out_above_frontier_percent"]!, 0, 2);
        Assert.InRange((long)model["parameters"]!, bytes.Length / 8, bytes.Length / 4);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), (string)model["sha256"]!);
    }

    [Fact]
    public void It_reads_as_a_table()
    {
        var result = Cli.Run("policies", "show", Shipped);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^trained on +paper-independent", result.Out);
        Assert.Contains("us-west", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated", 100, -1, 0)]
    [InlineData("corrupt", int.MaxValue, 1000, 1)]
    [InlineData("older version", int.MaxValue, 8, -1)]
    [InlineData("newer version", int.MaxValue, 8, 1)]
    [InlineData("not a checkpoint", int.MaxValue, 0, 1)]
    public void A_file_that_cannot_be_used_is_refused_and_the_message_says_why(string why, int length, int at, int change)
    {
        var bytes = File.ReadAllBytes(Shipped);
        if (at >= 0)
            bytes[at] = (byte)(bytes[at] + change);
        Refused(bytes[..Math.Min(length, bytes.Length)], why);
    }

    [Fact]
    public void An_empty_file_and_a_missing_one_are_refused()
    {
        Refused([], "is empty");
        Assert.Contains("there is no file 'nothing.model'", Cli.Error("policies", "show", "nothing.model"), StringComparison.Ordinal);
    }

    private static void Refused(byte[] bytes, string why)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(file, bytes);
            Assert.Contains(why, Cli.Error("policies", "show", file), StringComparison.Ordinal);
            Assert.Contains(why, Cli.Error("evaluate", file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

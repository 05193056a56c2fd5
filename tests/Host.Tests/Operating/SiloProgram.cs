using ControlPlane.Silo.Hosting;

namespace ControlPlane.Host.Tests.Operating;

/// <summary>The silo program in this process, for verbs that end by themselves.</summary>
internal static class SiloProgram
{
    public static async Task<CliResult> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await SiloCommandLine.Run(args, new Streams(output, error));
        return new CliResult(code, output.ToString(), error.ToString());
    }

    /// <summary>The one line that says what is wrong.</summary>
    public static async Task<string> Complaint(params string[] args)
    {
        var end = await Run(args);
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        return Assert.Single(end.Error.TrimEnd().Split('\n'));
    }
}

namespace ControlPlane.Host.Tests.Node;

/// <summary>What the console shows of service providers, and what it asks of them.</summary>
public sealed class GenerationCommandTests
{
    [Fact]
    public async Task Jobs_are_generated_and_shown_until_it_is_known_what_became_of_them()
    {
        await using var node = await NodeServer.Start(providers: TestFleets.Providers(slotS: 1));
        var made = node.Json("generate", "--id", "night", "--origin", "asp-0", "--deadline", "relaxed", "--category", "Animals", "--images", "2", "--count", "3");
        Assert.Equal(("night", 3, 2, 18), ((string)made["submission"]!["id"]!, (int)made["submission"]!["count"]!, (int)made["submission"]!["images"]!, (int)made["steps"]!));
        while ((string)node.Json("generation", "night")["state"]! != "closed")
            await Task.Delay(50);
        Assert.Contains("closed", node.Run("generation", "night").Out, StringComparison.Ordinal);
        Assert.Contains("chosen", node.Run("generation", "night", "--why").Out, StringComparison.Ordinal);
        Assert.StartsWith("provider,model,load_percent", node.Run("providers", "list", "--csv").Out, StringComparison.Ordinal);
        Assert.Equal(3, node.Json("providers", "list").AsArray().Sum(p => (double)p!["jobs"]!["offered"]!));
        Assert.Equal(2, node.Run("generation", "none").ExitCode);
    }

    [Fact]
    public async Task A_provider_quotes_drains_and_resumes()
    {
        await using var node = await NodeServer.Start(providers: TestFleets.Providers());
        Assert.Equal(10, node.Json("providers", "quote", "asp-1", "--deadline", "quick", "--count", "5").AsArray().Count);
        Assert.Contains("in time", node.Run("providers", "quote", "asp-1", "--origin", "asp-0", "--deadline", "quick").Out, StringComparison.Ordinal);
        Assert.True((bool)node.Json("providers", "drain", "asp-1")["isDraining"]!);
        Assert.Contains("no", node.Run("providers", "show", "asp-1").Out, StringComparison.Ordinal);
        Assert.False((bool)node.Json("providers", "resume", "asp-1")["isDraining"]!);
        Assert.Equal(["provider.resume", "provider.drain"], node.Json("audit").AsArray().Take(2).Select(a => (string)a!["action"]!));
        Assert.Equal(2, node.Run("providers", "show", "moon").ExitCode);
        Assert.Equal(2, node.Run("generate", "--origin", "moon", "--deadline", "quick").ExitCode);
    }

    [Fact]
    public async Task A_fleet_without_providers_says_so()
    {
        await using var node = await NodeServer.Start();
        Assert.Contains("this fleet has no service providers", node.Run("providers", "list").Out, StringComparison.Ordinal);
        Assert.Contains("the fleet has no service providers", node.Run("generate", "--origin", "a", "--deadline", "quick").Error, StringComparison.Ordinal);
    }
}

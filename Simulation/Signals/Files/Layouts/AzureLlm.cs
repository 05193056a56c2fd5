namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Requests to language models of Azure.</summary>
internal sealed class AzureLlm() : RequestTrace(
    "azure-llm",
    "Azure LLM inference trace 2023, 2024, 2025",
    "TIMESTAMP,ContextTokens,GeneratedTokens[,NumImages]",
    "UTC; seven digits of a second. The multimodal trace of 2025 adds NumImages.")
{
    public override IReadOnlyList<string> Needed { get; } = ["TIMESTAMP", "ContextTokens", "GeneratedTokens"];

    protected override string Time => "TIMESTAMP";

    protected override IReadOnlyList<(string Column, string Name)> Tallies { get; } =
        [("ContextTokens", "context tokens"), ("GeneratedTokens", "generated tokens"), ("NumImages", "images")];
}

using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Http;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_endpoint_is_described_with_its_summary_role_answers_and_problems()
    {
        await using var host = await ApiHost.Start();
        var document = (await host.Get("/openapi/v1.json")).Json;
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Operation: o.Value!))).ToArray();
        Assert.Equal(host.Endpoints.Count() - 1, operations.Length);
        foreach (var (path, operation) in operations)
        {
            Assert.True(((string?)operation["summary"])?.EndsWith('.'), $"{path} lacks a summary");
            if (path.StartsWith("/health", StringComparison.Ordinal))
                continue;
            Assert.Contains("Role: ", (string?)operation["description"]);
            Assert.NotNull(operation["security"]![0]!["Bearer"]);
            var problem = operation["responses"]!["401"]!["content"]!["application/problem+json"]!["schema"]!;
            Assert.Equal("#/components/schemas/ApiProblem", (string?)problem["$ref"]);
        }

        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["Bearer"]!["scheme"]);
    }

    [Fact]
    public async Task Fields_and_parameters_have_the_words_of_the_code()
    {
        await using var host = await ApiHost.Start();
        var document = (await host.Get("/openapi/v1.json")).Json;
        var schemas = document["components"]!["schemas"]!;
        Assert.Equal("Work in units, finite, > 0.", (string?)schemas["JobSubmission"]!["properties"]!["sizeUnits"]!["description"]);
        Assert.Equal(["held", "queued", "running", "cancelling", "completed", "cancelled", "failed"], schemas["JobState"]!["enum"]!.AsArray().Select(v => (string)v!));
        var parameters = document["paths"]!["/v1/jobs"]!["get"]!["parameters"]!.AsArray();
        Assert.Equal(["state", "site", "tenant", "after", "limit"], parameters.Select(p => (string)p!["name"]!));
        Assert.All(parameters, p => Assert.NotEmpty((string)p!["description"]!));
        Assert.DoesNotContain("http://", document["servers"]?.ToJsonString() ?? "");
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        await using var host = await ApiHost.Start();
        var document = (await host.Get("/openapi/v1.json")).Json;
        foreach (var reference in References(document))
            Assert.NotNull(reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node[part]!));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == "$ref" ? [(string)p.Value!] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}

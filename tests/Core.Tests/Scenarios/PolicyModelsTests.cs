using ControlPlane.Core.Tests.Policies.Catalog;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class PolicyModelsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_model_that_a_policy_names_is_read_and_gets_the_name_of_its_file()
    {
        var path = Path.Combine(_folder, "best.model");
        File.WriteAllBytes(path, [2, 3]);
        var model = Load(path).Model;
        Assert.Equal("best.model", model!.Name);
        Assert.Equal([2, 3], model.Bytes.ToArray());
    }

    [Fact]
    public void A_policy_that_takes_none_stays_as_it_is()
    {
        var spec = new PolicySpec("dp");
        Assert.Same(spec, PolicyModels.Load(spec));
    }

    [Fact]
    public void A_file_that_cannot_be_a_model_is_refused_by_name()
    {
        var empty = Path.Combine(_folder, "e.model");
        File.WriteAllBytes(empty, []);
        AssertRefused(empty, "is empty");
        var wide = Path.Combine(_folder, "w.model");
        File.WriteAllBytes(wide, new byte[PolicyModel.MostBytes + 1]);
        AssertRefused(wide, "has more than 16777216 bytes");
        AssertRefused(Path.Combine(_folder, "none.model"), "there is no file");
        AssertRefused(_folder, "cannot be read");
    }

    [Fact]
    public void A_model_that_does_not_ship_is_refused_by_where_it_would_be()
    {
        var failure = Assert.Throws<FormatException>(() => PolicyModels.Load(new PolicySpec("modelled"), ModelledPolicy.Catalog));
        Assert.StartsWith("modelled: 'model' must name a file: there is no file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_names_models_relative_to_its_file()
    {
        var scenario = Parse("runs/a.model", path => path == "folder/runs/a.model" ? new MemoryStream([1]) : null);
        Assert.Equal("a.model", Assert.Single(scenario.Policies).Model!.Name);
    }

    [Theory]
    [InlineData("/etc/a.model", "a path relative to this file")]
    [InlineData("a.bin", "must end with .model")]
    [InlineData("none.model", "there is no file 'folder/none.model'")]
    [InlineData("empty.model", "is empty")]
    public void What_is_wrong_with_a_model_of_a_scenario_is_said_with_line_and_field(string model, string complaint)
    {
        var failure = Assert.Throws<ScenarioException>(() => Parse(model, path => path == "folder/empty.model" ? new MemoryStream() : null));
        var problem = Assert.Single(failure.Problems);
        Assert.Equal("policies[0].model", problem.Field);
        Assert.Contains(complaint, problem.Message, StringComparison.Ordinal);
    }

    private static Scenario Parse(string model, Func<string, Stream?> open) =>
        ScenarioReader.Parse(Yaml.Small + $"policies:\n  - {{name: modelled, model: {model}}}\n", "folder/test.yaml", open, ModelledPolicy.Catalog);

    private static PolicySpec Load(string path) => PolicyModels.Load(PolicySpec.Parse($"modelled:model={path}", ModelledPolicy.Catalog), ModelledPolicy.Catalog);

    private static void AssertRefused(string path, string complaint)
    {
        var failure = Assert.Throws<FormatException>(() => Load(path));
        Assert.StartsWith("modelled: 'model'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }
}

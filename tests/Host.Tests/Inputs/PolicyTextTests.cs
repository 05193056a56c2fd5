using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class PolicyTextTests
{
    [Theory]
    [InlineData("dp", "dp")]
    [InlineData("dp,jointnf", "dp|jointnf")]
    [InlineData("least-energy:gpus=2,clock=max", "least-energy:clock=max,gpus=2")]
    [InlineData("dp,least-energy:gpus=2,clock=0.7,ucb1", "dp|least-energy:clock=0.7,gpus=2|ucb1")]
    [InlineData("least-energy:gpus=1,least-energy:gpus=2", "least-energy:gpus=1|least-energy:gpus=2")]
    public void Commas_separate_policies_and_settings(string text, string labels) =>
        Assert.Equal(labels, string.Join('|', PolicyText.Read(text, "--policy").Select(p => p.Label)));

    [Fact]
    public void All_means_the_whole_catalogue() =>
        Assert.Equal(PolicyCatalog.Quick.Select(p => p.Name), PolicyText.Read("all", "--policy").Select(p => p.Label));

    [Theory]
    [InlineData("", "there is no policy ''")]
    [InlineData("least-enrgy", "did you mean 'least-energy'?")]
    [InlineData("least-energy:gpus=0", "'gpus' must be a whole number in [1, 1024], not '0'")]
    [InlineData("least-energy:gpu=1", "settings are gpus, clock")]
    [InlineData("least-energy:gpus", "written as name=value")]
    [InlineData("least-energy:gpus=1,gpus=2", "'gpus' is set twice")]
    [InlineData("dp:gpus=1", "this policy has no settings")]
    [InlineData("dp,", "there is no policy ''")]
    public void What_is_wrong_is_said_with_what_is_allowed(string text, string complaint)
    {
        var failure = Assert.Throws<InputException>(() => PolicyText.Read(text, "--policy").ToList());
        Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
    }
}

using System.Text;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class JobFileTests
{
    [Theory]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1}", "a@1")]
    [InlineData("[{\"id\":\"a\",\"sizeUnits\":1},\n {\"id\":\"b\",\"sizeUnits\":2}]", "a@1 b@2")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1}\n\n{\"id\":\"b\",\"sizeUnits\":2}\n", "a@1 b@3")]
    [InlineData("\ufeff{\n\"id\":\"a\",\n\"sizeUnits\":1}\n{\"id\":\"b\",\"sizeUnits\":2}", "a@1 b@4")]
    public void One_job_a_list_and_a_job_a_line_are_read_with_their_lines(string content, string jobs) =>
        Assert.Equal(jobs, string.Join(' ', Parse(content).Select(j => $"{j.Job.Id}@{j.Place!.Split(':')[1]}")));

    [Theory]
    [InlineData("", "f must have 1 to 1000000 jobs, it has 0")]
    [InlineData("[]", "f must have 1 to 1000000 jobs, it has 0")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1}\n{\"id\":\"b\"}", "f:2: not a job in JSON: ")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1}\n{\"id\":\"b\",\"size\":2}", "f:2: not a job in JSON: there is no field 'size'")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1}\nb", "f:2: not a job in JSON: ")]
    [InlineData("[null]", "f:1: a job must not be null")]
    [InlineData("[[]]", "f:1: not a job in JSON: ")]
    [InlineData("\n{\"id\":\"a b\",\"sizeUnits\":1}", "f:2: id must have 1 to 64 letters")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":0}", "f:1: sizeUnits must be a number in (0, ")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":\"NaN\"}", "f:1: sizeUnits must be a number in (0, ")]
    [InlineData("{\"id\":\"a\",\"sizeUnits\":1,\"priority\":10}", "f:1: priority must be a whole number in [0, 9], not 10")]
    public void A_mistake_names_its_line(string content, string complaint) =>
        Assert.StartsWith(complaint, Assert.Throws<InputException>(() => Parse(content)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<WantedJob> Parse(string content) => JobFile.Parse("f", Encoding.UTF8.GetBytes(content));
}

using System.Xml.Linq;

namespace ControlPlane.Core.Tests.Architecture;

/// <summary>The arrows of the house run only as the design says.</summary>
public sealed class ProjectArrowsTests
{
    // Project -> the projects it may refer to.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Fleet"] = [],
        ["Learning"] = [],
        ["Planning"] = ["Fleet"],
        ["Policies"] = ["Fleet", "Learning", "Planning"],
        ["Simulation"] = ["Policies"],
        ["Solvers"] = ["Planning"],
        ["Grains.Interfaces"] = ["Fleet"],
        ["Grains"] = ["Grains.Interfaces", "Policies"],
        ["Silo"] = ["Policies", "Simulation", "Solvers", "Grains"],
        ["Client"] = ["Simulation", "Solvers", "Grains"],
        ["Benchmarks"] = ["Simulation", "Learning", "Solvers", "Grains", "Silo"],
        ["Core.Tests"] = ["Simulation", "Learning", "Solvers"],
        ["Host.Tests"] = ["Client", "Silo", "Solvers"],
        ["Grains.Tests"] = ["Client", "Silo"],
    };

    // Only these need Orleans, and only where the property says that it is there.
    private static readonly string[] OrleansProjects = ["Grains.Interfaces", "Grains", "Grains.Tests", "Client", "Silo", "Benchmarks"];

    // The only packages of the deterministic floor are analysers, which leave nothing in the product.
    private static readonly string[] PureProjects = ["Fleet", "Learning", "Planning", "Policies"];

    [Fact]
    public void Every_project_refers_only_to_what_it_may()
    {
        foreach (var (name, project) in Projects())
        {
            Assert.True(Arrows.TryGetValue(name, out var allowed), $"{name} is not in the house: add it to its arrows");
            var references = References(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)!);
            Assert.True(references.All(allowed.Contains), $"{name} refers to {string.Join(", ", references.Except(allowed))}");
        }
    }

    [Fact]
    public void Every_project_of_the_house_exists() => Assert.Equal(Arrows.Keys.Order(), Projects().Select(p => p.Name).Order());

    [Fact]
    public void Deterministic_projects_use_no_package_and_ban_the_clock()
    {
        foreach (var (_, project) in Projects().Where(p => PureProjects.Contains(p.Name)))
        {
            Assert.Empty(References(project, "PackageReference"));
            Assert.Equal("true", project.Descendants("PureProject").Single().Value);
        }
    }

    [Fact]
    public void Orleans_is_asked_for_only_where_the_design_allows_it_and_only_when_it_is_there()
    {
        foreach (var (name, project) in Projects())
        {
            var packages = project.Descendants("PackageReference")
                .Where(r => r.Attribute("Include")!.Value.StartsWith("Microsoft.Orleans", StringComparison.Ordinal))
                .ToArray();
            Assert.True(packages.Length == 0 || OrleansProjects.Contains(name), $"{name} needs Orleans");
            Assert.All(packages, p => Assert.Equal("'$(Orleans)' == 'true'", p.Parent!.Attribute("Condition")?.Value));
        }
    }

    [Theory]
    [InlineData("Client", "Orleans")]
    [InlineData("Silo", "Orleans")]
    [InlineData("benchmarks", "Grains")]
    public void Programs_that_also_build_without_Orleans_know_it_in_one_folder_only(string program, string folder)
    {
        var root = Path.Combine(Repository.Root, program);
        var users = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("using Orleans") || text.Contains("using ControlPlane.Grains")))
            .Select(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0]);
        Assert.Equal([folder], users.Distinct());
        var project = Projects().Single(p => p.Name.Equals(program, StringComparison.OrdinalIgnoreCase)).Project;
        var left = project.Descendants("Compile").Single(c => c.Attribute("Remove")?.Value == $"{folder}/**");
        Assert.Equal("'$(Orleans)' != 'true'", left.Parent!.Attribute("Condition")?.Value);
        var reference = project.Descendants("ProjectReference").Single(r => r.Attribute("Include")!.Value.EndsWith("Grains.csproj", StringComparison.Ordinal));
        Assert.Equal("'$(Orleans)' == 'true'", reference.Parent!.Attribute("Condition")?.Value);
    }

    [Fact]
    public void Solution_lists_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ControlPlane.sln"));
        foreach (var (name, _) in Projects())
            Assert.Contains($"\"{name}\"", solution);
    }

    private static IEnumerable<(string Name, XDocument Project)> Projects() =>
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}"))
            .Select(file => (Path.GetFileNameWithoutExtension(file), XDocument.Load(file)));

    private static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'));
}

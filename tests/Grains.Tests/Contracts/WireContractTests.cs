using System.Reflection;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Contracts;

/// <summary>What was published on the wire stays as it is: silos of two versions must understand each other.</summary>
public sealed class WireContractTests
{
    private const string Approved = "tests/Grains.Tests/Contracts/wire.approved.txt";

    [Fact]
    public void Published_aliases_and_ids_are_the_approved_ones()
    {
        var approved = File.ReadAllLines(Path.Combine(Repository.Root, Approved));
        var actual = WireContract.Lines().ToArray();
        if (approved.SequenceEqual(actual))
            return;
        var present = Path.Combine(AppContext.BaseDirectory, "wire.present.txt");
        File.WriteAllLines(present, actual);
        Assert.Fail(
            $"The wire contract differs from {Approved}; as it is now it stands in {present}.\n"
            + $"Gone, which breaks older silos:\n{string.Join('\n', approved.Except(actual))}\nNew:\n{string.Join('\n', actual.Except(approved))}");
    }

    [Fact]
    public void Everything_that_crosses_a_grain_has_an_alias_and_every_member_an_id()
    {
        var types = typeof(ISimulatedPolicyGrain).Assembly.GetExportedTypes()
            .Where(t => t.Namespace == typeof(JobRecord).Namespace || (t.IsInterface && t.Namespace!.StartsWith(typeof(IIngressGrain).Namespace!, StringComparison.Ordinal)))
            .ToArray();
        Assert.Equal(types.OrderBy(t => t.FullName), WireContract.Published.OrderBy(t => t.FullName));
        Assert.All(types.Where(t => t.IsInterface).SelectMany(t => t.GetMethods()), m => Assert.True(m.IsDefined(typeof(AliasAttribute)), m.Name));
        foreach (var type in types.Where(t => t is { IsInterface: false, IsEnum: false }))
        {
            Assert.All(WireContract.Members(type), m => Assert.True(m.IsDefined(typeof(IdAttribute)), $"{type.Name}.{m.Name}"));
            Assert.Distinct(WireContract.Members(type).Select(m => m.GetCustomAttribute<IdAttribute>()!.Id));
        }

        Assert.Distinct(WireContract.Published.Select(t => t.GetCustomAttribute<AliasAttribute>()!.Alias));
    }

    [Fact]
    public void No_Fleet_type_crosses_a_grain()
    {
        var members = WireContract.Published.SelectMany(WireContract.Members).Select(m => m.PropertyType);
        var methods = WireContract.Published.Where(t => t.IsInterface).SelectMany(t => t.GetMethods());
        var crossing = members.Concat(methods.SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)));
        Assert.DoesNotContain(crossing.SelectMany(Parts), t => t.Assembly == typeof(Fleet.FleetModel).Assembly);

        static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);
    }
}

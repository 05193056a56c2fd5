using System.Reflection;
using ControlPlane.Grains.Interfaces.Simulated;

namespace ControlPlane.Grains.Tests.Contracts;

/// <summary>
/// What is published on the wire, as text: a line a member with its type's alias, its id and type; a line a method with its interface's alias, its own,
/// its parameters and result. Types are named by their aliases.
/// </summary>
internal static class WireContract
{
    public static IEnumerable<Type> Published { get; } =
        [.. typeof(ISimulatedPolicyGrain).Assembly.GetExportedTypes().Where(t => t.IsDefined(typeof(AliasAttribute), inherit: false)).OrderBy(NameOf, StringComparer.Ordinal)];

    public static IEnumerable<string> Lines() => Published.SelectMany(Lines);

    // What an exception has from its base is not ours to publish.
    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.DeclaringType!.Assembly == type.Assembly);

    private static IEnumerable<string> Lines(Type type)
    {
        var name = NameOf(type);
        if (type.IsEnum)
        {
            foreach (var value in Enum.GetValues(type))
                yield return $"{name} {Convert.ToInt64(value)} {value}";
        }
        else if (type.IsInterface)
        {
            foreach (var method in type.GetMethods().OrderBy(AliasOf, StringComparer.Ordinal))
                yield return $"{name} {AliasOf(method)}({string.Join(", ", method.GetParameters().Select(p => NameOf(p.ParameterType)))}): {NameOf(method.ReturnType)}";
        }
        else
        {
            foreach (var member in Members(type).OrderBy(IdOf))
                yield return $"{name} {IdOf(member)} {member.Name}: {NameOf(member.PropertyType)}";
        }
    }

    private static string AliasOf(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>()!.Alias;

    private static uint IdOf(PropertyInfo member) => member.GetCustomAttribute<IdAttribute>()!.Id;

    private static string NameOf(Type type)
    {
        if (type.GetCustomAttribute<AliasAttribute>(inherit: false) is { } alias)
            return alias.Alias;
        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }
}

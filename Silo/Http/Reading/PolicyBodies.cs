using System.Text.Json;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Reads what operators send about policies.</summary>
internal static class PolicyBodies
{
    private static readonly TextRule ModelName = new(1, 100, IsName: false);

    /// <summary>Reads a version of the policy.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static PolicyBody ReadPolicy(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var policy = new PolicyBody(
            fields.Text("name", TextRule.Label, isNeeded: true) ?? "",
            fields.Map("settings", TextRule.Label, most: 100),
            fields.Text("note", TextRule.Remark),
            fields.Inner("model", (element, path) => ReadModel(element, path, findings)));
        fields.Finish();
        return policy;
    }

    /// <summary>Reads which version is to watch.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static ShadowBody ReadShadow(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var shadow = new ShadowBody(Version(fields));
        fields.Finish();
        return shadow;
    }

    /// <summary>Reads which version is to decide about a share of the jobs.</summary>
    /// <param name="root">The body's root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public static CanaryBody ReadCanary(JsonElement root, Findings findings)
    {
        var fields = new FieldReader(root, "", findings);
        var canary = new CanaryBody(Version(fields), fields.Number("share", new NumberRange(0, 1, IsOpen: true), isNeeded: true) ?? 0);
        fields.Finish();
        return canary;
    }

    private static int Version(FieldReader fields) => (int)(fields.Whole("version", 1, int.MaxValue, isNeeded: true) ?? 0);

    private static ModelBody ReadModel(JsonElement element, string path, Findings findings)
    {
        var fields = new FieldReader(element, path, findings);
        var model = new ModelBody(fields.Text("name", ModelName, isNeeded: true) ?? "", fields.Bytes("data", PolicyModel.MostBytes) ?? default);
        fields.Finish();
        return model;
    }
}

using ControlPlane.Client.Hosting;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads the models that the command line names: files, or the one that comes with the product.</summary>
internal static class ModelInput
{
    /// <summary>What may be written, for help.</summary>
    public const string What = "a file, or 'shipped' for the one that comes with the product";

    /// <summary>The policy that decides with models.</summary>
    public const string Policy = "chsac";

    /// <summary>The rule for generation jobs that decides with models, by whose name the shipped one is called too.</summary>
    public const string GenerationRule = "jemas";

    /// <summary>The policy with a model.</summary>
    /// <param name="text">The file, or <see cref="PolicyModel.Shipped"/>.</param>
    /// <exception cref="InputException">It cannot be used; the message says why.</exception>
    public static PolicySpec Read(string text) => PolicyText.WithModel(new PolicySpec(Policy, new Dictionary<string, string> { [PolicyModel.Parameter.Name] = text }), "MODEL");

    /// <summary>The policy or rule with a model.</summary>
    /// <param name="text">The file, <see cref="PolicyModel.Shipped"/>, or <see cref="GenerationRule"/> for the one of generation jobs that comes with the product.</param>
    /// <exception cref="InputException">It cannot be used; the message says why.</exception>
    public static PolicySpec ReadAny(string text)
    {
        if (text != GenerationRule && !File.Exists(text) && PolicyCatalog.Find(text) is { } rule && rule.Name != Policy)
            throw new InputException($"MODEL: '{text}' is a rule and has no model: 'controlplane policies' lists it");
        if (text != GenerationRule || File.Exists(text))
            return Read(text);
        try
        {
            return PolicyModels.Load(new PolicySpec(GenerationRule, new Dictionary<string, string> { [PolicyModel.Parameter.Name] = PolicyModel.Shipped }), GenerationPolicyCatalog.All);
        }
        catch (FormatException wrong)
        {
            throw new InputException($"MODEL: {wrong.Message}");
        }
    }

    /// <summary>What a model of placements is.</summary>
    /// <param name="policy">As <see cref="Read"/> gave it.</param>
    /// <exception cref="InputException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static ILearnedModel Decode(PolicySpec policy) => DecodeAny(policy) as ILearnedModel
        ?? throw new InputException($"MODEL '{NameOf(policy)}' schedules generation jobs: hold it beside the rules with 'controlplane aigc aigc-hard --policy {GenerationRule}:model={NameOf(policy)}'");

    /// <summary>What a model is, whatever it decides.</summary>
    /// <param name="policy">As <see cref="Read"/> gave it.</param>
    /// <exception cref="InputException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static ITrainedModel DecodeAny(PolicySpec policy)
    {
        var bytes = policy.Model!.Bytes;
        try
        {
            return SchedulingModels.IsOne(bytes) ? SchedulingModels.Read(bytes) : LearnedModels.Read(bytes);
        }
        catch (CheckpointException error)
        {
            throw new InputException($"MODEL '{NameOf(policy)}' cannot be used: {error.Message.TrimEnd('.')}");
        }
    }

    private static string NameOf(PolicySpec policy) => policy.Settings[PolicyModel.Parameter.Name];
}

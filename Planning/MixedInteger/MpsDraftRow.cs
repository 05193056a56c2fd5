namespace ControlPlane.Planning.MixedInteger;

/// <summary>A row as far as an MPS file has told of it.</summary>
internal sealed class MpsDraftRow(string name, char sense)
{
    public string Name => name;

    public char Sense => sense;

    public double? RightHandSide { get; set; }

    public double? Range { get; set; }

    public MpsRange AsRange => new(Sense, RightHandSide ?? 0, Range);
}

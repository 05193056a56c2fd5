namespace ControlPlane.Fleet.Randomness;

/// <summary>Standard normal numbers by the ratio of uniforms (Kinderman and Monahan, ACM TOMS 3(3), 1977), two uniforms a try.</summary>
internal static class KindermanMonahan
{
    // 4 e^(-1/2) / sqrt(2)
    private static readonly double Width = 4 * Math.Exp(-0.5) / Math.Sqrt(2.0);

    public static double Sample(IRandomStream random)
    {
        while (true)
        {
            var u1 = random.NextUniform();
            var u2 = 1.0 - random.NextUniform();
            var z = Width * (u1 - 0.5) / u2;
            if (z * z / 4.0 <= -Math.Log(u2))
                return z;
        }
    }
}

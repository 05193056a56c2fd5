namespace ControlPlane.Policies.Fluid;

/// <summary>
/// The account between a plan's options: each earns its share of every job's work, and the one that gets a job pays its size. Credits add up to zero
/// as long as every job is paid for by an option of the plan.
/// </summary>
internal sealed class Credits
{
    private IReadOnlyList<FluidOption> _options = [];
    private double[] _units = [];

    /// <summary>Credit of an option, units.</summary>
    public double this[int option] => _units[option];

    /// <summary>Takes over the options of a new plan; those that the last one had too keep their credit.</summary>
    public void Follow(IReadOnlyList<FluidOption> options)
    {
        double[] units = [.. options.Select(Kept)];
        _options = options;
        _units = units;
    }

    /// <summary>All options earn their shares. What an option would have above the most goes to the others, in proportion to their shares.</summary>
    public void Earn(double sizeUnits, double mostUnits)
    {
        var excess = 0.0;
        var openShare = 0.0;
        for (var k = 0; k < _units.Length; k++)
        {
            _units[k] += _options[k].Share * sizeUnits;
            if (_units[k] > mostUnits)
            {
                excess += _units[k] - mostUnits;
                _units[k] = mostUnits;
            }
            else
            {
                openShare += _options[k].Share;
            }
        }

        if (excess == 0 || openShare == 0)
            return;
        for (var k = 0; k < _units.Length; k++)
        {
            if (_units[k] < mostUnits)
                _units[k] += excess * _options[k].Share / openShare;
        }
    }

    /// <summary>An option pays for a job.</summary>
    public void Pay(int option, double sizeUnits) => _units[option] -= sizeUnits;

    private double Kept(FluidOption option)
    {
        for (var k = 0; k < _units.Length; k++)
        {
            if (_options[k].Site == option.Site && _options[k].Allocation == option.Allocation)
                return _units[k];
        }

        return 0;
    }
}

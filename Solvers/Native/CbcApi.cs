using System.Runtime.InteropServices;

namespace ControlPlane.Solvers.Native;

/// <summary>The functions of CBC's C interface (Cbc_C_Interface.h, 2.10) that are used.</summary>
internal sealed unsafe class CbcApi(nint library)
{
    public readonly delegate* unmanaged[Cdecl]<nint> NewModel = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "Cbc_newModel");
    public readonly delegate* unmanaged[Cdecl]<byte*> GetVersion = (delegate* unmanaged[Cdecl]<byte*>)NativeLibrary.GetExport(library, "Cbc_getVersion");
    public readonly delegate* unmanaged[Cdecl]<nint, int, int, int*, int*, double*, double*, double*, double*, double*, double*, void> LoadProblem =
        (delegate* unmanaged[Cdecl]<nint, int, int, int*, int*, double*, double*, double*, double*, double*, double*, void>)NativeLibrary.GetExport(library, "Cbc_loadProblem");

    public readonly delegate* unmanaged[Cdecl]<nint, int, void> SetInteger = (delegate* unmanaged[Cdecl]<nint, int, void>)NativeLibrary.GetExport(library, "Cbc_setInteger");

    public readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, void> SetParameter =
        (delegate* unmanaged[Cdecl]<nint, byte*, byte*, void>)NativeLibrary.GetExport(library, "Cbc_setParameter");

    public readonly delegate* unmanaged[Cdecl]<nint, int> Solve = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_solve");
    public readonly delegate* unmanaged[Cdecl]<nint, int> SavedSolutions = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_numberSavedSolutions");
    public readonly delegate* unmanaged[Cdecl]<nint, double*> BestSolution = (delegate* unmanaged[Cdecl]<nint, double*>)NativeLibrary.GetExport(library, "Cbc_bestSolution");
    public readonly delegate* unmanaged[Cdecl]<nint, double*> ColumnSolution = (delegate* unmanaged[Cdecl]<nint, double*>)NativeLibrary.GetExport(library, "Cbc_getColSolution");
    public readonly delegate* unmanaged[Cdecl]<nint, double> BestPossible = (delegate* unmanaged[Cdecl]<nint, double>)NativeLibrary.GetExport(library, "Cbc_getBestPossibleObjValue");
    public readonly delegate* unmanaged[Cdecl]<nint, int> NodeCount = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_getNodeCount");
    public readonly delegate* unmanaged[Cdecl]<nint, int> IsProvenOptimal = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_isProvenOptimal");
    public readonly delegate* unmanaged[Cdecl]<nint, int> IsProvenInfeasible = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_isProvenInfeasible");
    public readonly delegate* unmanaged[Cdecl]<nint, int> IsContinuousUnbounded = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_isContinuousUnbounded");
    public readonly delegate* unmanaged[Cdecl]<nint, int> IsAbandoned = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_isAbandoned");
    public readonly delegate* unmanaged[Cdecl]<nint, int> SecondaryStatus = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Cbc_secondaryStatus");
}

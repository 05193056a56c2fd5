using System.Runtime.InteropServices;

namespace ControlPlane.Solvers.Native;

/// <summary>The functions of HiGHS' C interface (highs_c_api.h) that are used.</summary>
internal sealed unsafe class HighsApi(nint library)
{
    public readonly delegate* unmanaged[Cdecl]<nint> Create = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(library, "Highs_create");
    public readonly delegate* unmanaged[Cdecl]<byte*> Version = (delegate* unmanaged[Cdecl]<byte*>)NativeLibrary.GetExport(library, "Highs_version");
    public readonly delegate* unmanaged[Cdecl]<nint, int, int, int, int, int, double, double*, double*, double*, double*, double*, int*, int*, double*, int*, int> PassMip =
        (delegate* unmanaged[Cdecl]<nint, int, int, int, int, int, double, double*, double*, double*, double*, double*, int*, int*, double*, int*, int>)NativeLibrary.GetExport(library, "Highs_passMip");

    public readonly delegate* unmanaged[Cdecl]<nint, byte*, int, int> SetBool = (delegate* unmanaged[Cdecl]<nint, byte*, int, int>)NativeLibrary.GetExport(library, "Highs_setBoolOptionValue");
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, int, int> SetInt = (delegate* unmanaged[Cdecl]<nint, byte*, int, int>)NativeLibrary.GetExport(library, "Highs_setIntOptionValue");
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, double, int> SetDouble = (delegate* unmanaged[Cdecl]<nint, byte*, double, int>)NativeLibrary.GetExport(library, "Highs_setDoubleOptionValue");
    public readonly delegate* unmanaged[Cdecl]<nint, int> Run = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Highs_run");
    public readonly delegate* unmanaged[Cdecl]<nint, int> ModelStatus = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "Highs_getModelStatus");
    public readonly delegate* unmanaged[Cdecl]<nint, double*, double*, double*, double*, int> GetSolution =
        (delegate* unmanaged[Cdecl]<nint, double*, double*, double*, double*, int>)NativeLibrary.GetExport(library, "Highs_getSolution");

    public readonly delegate* unmanaged[Cdecl]<nint, double*, double*, double*, double*, int> SetSolution =
        (delegate* unmanaged[Cdecl]<nint, double*, double*, double*, double*, int>)NativeLibrary.GetExport(library, "Highs_setSolution");

    public readonly delegate* unmanaged[Cdecl]<nint, byte*, int*, int> GetInt = (delegate* unmanaged[Cdecl]<nint, byte*, int*, int>)NativeLibrary.GetExport(library, "Highs_getIntInfoValue");
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, long*, int> GetLong = (delegate* unmanaged[Cdecl]<nint, byte*, long*, int>)NativeLibrary.GetExport(library, "Highs_getInt64InfoValue");
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, double*, int> GetDouble = (delegate* unmanaged[Cdecl]<nint, byte*, double*, int>)NativeLibrary.GetExport(library, "Highs_getDoubleInfoValue");

    // Callbacks came later than the rest: without them there is no progress, and a stop ends the child.
    public readonly delegate* unmanaged[Cdecl]<nint, nint, nint, int> SetCallback = (delegate* unmanaged[Cdecl]<nint, nint, nint, int>)Optional(library, "Highs_setCallback");
    public readonly delegate* unmanaged[Cdecl]<nint, int, int> StartCallback = (delegate* unmanaged[Cdecl]<nint, int, int>)Optional(library, "Highs_startCallback");
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, void*> CallbackItem = (delegate* unmanaged[Cdecl]<nint, byte*, void*>)Optional(library, "Highs_getCallbackDataOutItem");

    private static nint Optional(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var address) ? address : 0;
}

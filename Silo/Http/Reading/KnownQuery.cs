using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>Refuses a query with a name that the handler does not read: a misspelt filter must not list everything.</summary>
internal static class KnownQuery
{
    /// <summary>The filter of an endpoint. What its handler takes as text comes from the path or the query.</summary>
    /// <param name="context">The handler.</param>
    /// <param name="next">The handler as a delegate.</param>
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var names = context.MethodInfo.GetParameters().Where(p => p.ParameterType == typeof(string)).Select(p => p.Name!).ToArray();
        return call =>
        {
            Check(call.HttpContext.Request, names);
            return next(call);
        };
    }

    private static void Check(HttpRequest request, string[] names)
    {
        if (request.Query.Count == 0)
            return;
        var findings = new Findings();
        var known = names.Except(request.RouteValues.Keys).ToArray();
        foreach (var (name, value) in request.Query.Where(q => !known.Contains(q.Key)))
            findings.Add("query", name, value.ToString(), known.Length == 0 ? "no query" : $"only {string.Join(", ", known)}");
        findings.Check();
    }
}

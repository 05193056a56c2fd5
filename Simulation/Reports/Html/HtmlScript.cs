namespace ControlPlane.Simulation.Reports.Html;

/// <summary>The page's only script: sorts tables by a click on a header and opens folded parts for printing.</summary>
internal static class HtmlScript
{
    public const string Text =
        """

        document.querySelectorAll('table.sortable').forEach(t => t.querySelectorAll('thead th').forEach((h, i) => {
          const b = document.createElement('button');
          b.type = 'button';
          b.append(...h.childNodes);
          h.append(b);
          b.onclick = () => {
            const up = h.getAttribute('aria-sort') !== 'ascending';
            t.querySelectorAll('thead th').forEach(o => o.removeAttribute('aria-sort'));
            h.setAttribute('aria-sort', up ? 'ascending' : 'descending');
            const key = r => r.cells[i].dataset.v;
            const numeric = [...t.tBodies[0].rows].some(r => key(r) !== undefined);
            const rows = [...t.tBodies[0].rows].sort((p, q) => {
              if (!numeric) return p.cells[i].textContent.localeCompare(q.cells[i].textContent, 'en') * (up ? 1 : -1);
              const [a, c] = [key(p), key(q)];
              if (a === undefined || c === undefined) return (a === undefined) - (c === undefined);
              return (a - c) * (up ? 1 : -1);
            });
            t.tBodies[0].append(...rows);
          };
        }));
        addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => d.open = true));

        """;
}

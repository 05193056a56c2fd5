namespace ControlPlane.Simulation.Reports.Html;

/// <summary>The page layout. Colours come from the tokens of the chart theme.</summary>
internal static class HtmlStyle
{
    public const string Text =
        """
        :root{--raise:#f6f8fa;--good:#1f7a4d;--warn:#b0660a}
        @media screen and (prefers-color-scheme:dark){:root{--raise:#19202a;--good:#5cc892;--warn:#e8a44a}}
        *{box-sizing:border-box}
        html{background:var(--paper);color:var(--ink);font:16px/1.6 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
        body{max-width:1060px;margin:0 auto;padding:2.5rem 1.5rem 3rem}
        header{margin-bottom:1.75rem}
        h1{font-size:2rem;line-height:1.2;letter-spacing:-.018em;margin:0;font-weight:680;text-wrap:balance}
        .sub{color:var(--ink2);font-size:1.08rem;margin:.5rem 0 0;max-width:70ch}
        h2{font-size:1.35rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 .75rem;font-weight:650}
        h3{font-size:1.05rem;margin:.75rem 0 0;font-weight:650}
        section{margin-top:2.75rem;padding-top:1.75rem;border-top:1px solid var(--grid)}
        .top:not(:empty){margin-bottom:1rem}
        .flow{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 2rem;align-items:start}
        .flow>*{grid-column:1/-1;margin-top:0;margin-bottom:0}
        .flow>.half{grid-column:span 1}
        .flow>p,.flow>ul{max-width:72ch}
        .flow>ul{padding-left:1.2rem}
        a{color:var(--accent);text-underline-offset:.15em}
        code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--raise);padding:.1em .3em;border-radius:3px}
        pre{background:var(--raise);padding:.8rem 1rem;border-radius:6px;overflow-x:auto}
        pre code{padding:0;background:none}
        nav ol{list-style:none;margin:1.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.92rem;counter-reset:n}
        nav li::before{counter-increment:n;content:counter(n) "  ";color:var(--ink2);font-variant-numeric:tabular-nums}
        nav a{text-decoration:none}
        nav a:hover{text-decoration:underline}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:1px;margin:0;border:1px solid var(--grid);border-radius:8px;overflow:hidden}
        .card{box-shadow:0 0 0 1px var(--grid);padding:.9rem 1.1rem 1rem}
        .card dt{color:var(--ink2);font-size:.85rem;line-height:1.35}
        .card dd{margin:.25rem 0 0}
        .card .v{font-size:1.75rem;line-height:1.2;font-weight:640;letter-spacing:-.02em;font-variant-numeric:tabular-nums;white-space:nowrap}
        .card .long{font-size:1.35rem;line-height:1.56}
        .card .unit{color:var(--ink2);font-size:.95rem}
        .card .cn{display:block;color:var(--ink2);font-size:.83rem;line-height:1.4;margin-top:.2rem}
        figure{margin:0;padding:.5rem 0;container-type:inline-size;min-width:0}
        .ft{margin:0 0 .7rem;font-weight:620;line-height:1.4}
        .fn{color:var(--ink2);font-weight:400;margin-right:.4em;white-space:nowrap}
        figcaption{color:var(--ink2);font-size:.9rem;line-height:1.5;margin-top:.5rem;max-width:78ch}
        .small{display:none;max-width:520px}
        .half .large{max-width:620px}
        @container (max-width:620px){.full .large{display:none}.full .small{display:block}}
        @container (max-width:420px){.half .large{display:none}.half .small{display:block}}
        .tbl{min-width:0}
        .scroll{overflow-x:auto;position:relative;background:linear-gradient(to left,var(--paper) 30%,transparent) 100% 0/48px 100% no-repeat local,linear-gradient(to left,var(--grid),transparent) 100% 0/14px 100% no-repeat scroll}
        .scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .csv{font-weight:400;font-size:.85rem;margin-left:.5em}
        table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.4;font-variant-numeric:tabular-nums}
        th,td{padding:.42rem .55rem;text-align:left;white-space:nowrap;border-bottom:1px solid var(--grid)}
        th:first-child,td:first-child{padding-left:0;position:sticky;left:0;background:var(--paper)}
        th.n,td.n{text-align:right}
        thead th{color:var(--ink2);font-weight:550;vertical-align:bottom;border-bottom:1px solid var(--rule);white-space:normal}
        .pm{color:var(--ink2);font-size:.8em;font-weight:400}
        tbody th{font-weight:450}
        tbody tr:hover>*{background:var(--raise)}
        thead .u{display:block;font-weight:400;font-size:.82rem}
        thead button{all:unset;cursor:pointer;display:inline-block}
        thead button:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
        thead th[aria-sort] button{color:var(--ink)}
        thead th[aria-sort=ascending] button::after{content:" ▴"}
        thead th[aria-sort=descending] button::after{content:" ▾"}
        thead th[aria-sort] .u{display:inline;margin-left:.4em}
        .best{font-weight:680;box-shadow:inset 0 -.5em color-mix(in srgb,var(--good) 20%,transparent)}
        .chart.key{display:inline-block;width:24px;height:14px;vertical-align:-2px;margin-right:.5rem}
        .note{border-left:3px solid var(--accent);background:var(--raise);padding:.7rem 1rem;border-radius:0 6px 6px 0}
        .note p{margin:0;max-width:78ch}
        .good{border-color:var(--good)}
        .warn{border-color:var(--warn)}
        details{border:1px solid var(--grid);border-radius:8px;padding:0 1rem}
        summary{cursor:pointer;padding:.65rem 0;font-weight:600}
        details[open]{padding-bottom:1rem}
        footer{margin-top:3.5rem;padding-top:1.25rem;border-top:1px solid var(--rule);color:var(--ink2);font-size:.86rem}
        footer h2{font-size:1rem}
        footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.25rem;margin:0}
        footer dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.95em}
        @media (max-width:760px){body{padding:1.5rem 1rem 2rem}h1{font-size:1.6rem}.flow{grid-template-columns:minmax(0,1fr)}.cards{grid-template-columns:repeat(2,minmax(0,1fr))}.card .v{font-size:1.4rem}.card .long{font-size:1.15rem}.card{padding:.75rem .85rem}footer dl{grid-template-columns:1fr}footer dd{margin-bottom:.5rem}}
        @media print{html{font-size:10.5pt}body{max-width:none;padding:0}nav{display:none}section{break-before:auto}figure,.note,tr,.card{break-inside:avoid}h2,h3,.ft{break-after:avoid}.scroll{overflow:visible;background:none}.cards{grid-template-columns:repeat(3,1fr)}table{font-size:.78rem}th,td{padding:.25rem .4rem;position:static!important}a{color:inherit}details{border:none;padding:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

        """;
}

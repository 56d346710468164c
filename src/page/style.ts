/**
 * The look of the page; without quotes and angle brackets, which would be escaped. Findings and others differ in lightness as well as in hue (Okabe and Ito's vermilion and blue, moved
 * apart), and lines in their dashes, so that greyscale and colour blindness take nothing away.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2530;--muted:#52606d;--paper:#fff;--panel:#f4f6f8;--line:#d3dae1;--findings:#a83a06;--others:#a9c9e6;--edge:#3d6c99;--warn:#8a5a00}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8edf2;--muted:#a9b5c1;--paper:#13181e;--panel:#1d242c;--line:#3a4550;--findings:#ffab70;--others:#2b4d70;--edge:#82b1de;--warn:#f0c15c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 -apple-system,Segoe UI,Roboto,Noto Sans,Liberation Sans,DejaVu Sans,sans-serif;overflow-wrap:break-word}
header,main,nav,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--line);scroll-margin-top:.5rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.5rem 0;max-width:46rem}
.meta,.note,figcaption,footer,caption{color:var(--muted)}
.note,figcaption,footer{font-size:.875rem}
.code{font:.8125rem/1.4 ui-monospace,DejaVu Sans Mono,monospace;overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:.2em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--edge);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.25rem .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:1rem 0}
nav a{display:inline-block;padding:.25rem 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
.tile{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}
.tile dt{font-size:.875rem;color:var(--muted)}
.tile dd{margin:0}
.tile .figure{font-size:1.6rem;font-weight:600;line-height:1.25;font-variant-numeric:tabular-nums}
.tile .detail{font-size:.875rem;color:var(--muted)}
.caveats{border-left:.3rem solid var(--warn);background:var(--panel);padding:.5rem 1rem;margin:1rem 0;border-radius:0 .5rem .5rem 0}
.caveats h3{border:0;margin:0;padding:0;font-size:1.05rem}
.caveats ul{margin:.25rem 0;padding-left:1.25rem}
.pair{display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem 2rem;align-items:start}
@media screen and (min-width:68rem){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
figure{margin:.5rem 0 1rem;max-width:31rem}
.picture{display:block;width:100%;height:auto}
.picture text{font-size:12px;fill:var(--ink)}
.axis text{fill:var(--muted);font-size:11px}
.axis .name{fill:var(--ink)}
.grid{stroke:var(--line);stroke-width:1}
.base{stroke:var(--muted);stroke-width:1;vector-effect:non-scaling-stroke}
.line{fill:none;stroke-linejoin:round}
.profile{stroke:var(--findings);stroke-width:3}
.best{stroke:var(--edge);stroke-width:1.75;stroke-dasharray:7 4}
.chance{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:2 3}
.dot{fill:var(--findings);stroke:var(--paper);stroke-width:1.5}
.whisker{stroke:var(--ink);stroke-width:1.5;vector-effect:non-scaling-stroke}
.mark{stroke:var(--edge);stroke-width:1.5;stroke-dasharray:3 2;vector-effect:non-scaling-stroke}
.threshold{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:4 3}
.findings,.plain{fill:var(--findings)}
.plain{fill:var(--edge)}
.others{fill:var(--others);stroke:var(--edge);stroke-width:1;vector-effect:non-scaling-stroke}
.unknown{fill:var(--panel);stroke:var(--muted);stroke-width:1;stroke-dasharray:2 2}
.strip{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
.cell{display:block;width:100%;min-width:5rem;height:.875rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.25rem 0;padding:0;font-size:.875rem}
.legend svg{width:2rem;height:.75rem;margin-right:.4rem;vertical-align:middle}
.scroll{overflow-x:auto;margin:.5rem 0 1rem;background:linear-gradient(to left,var(--paper) 1rem,transparent) right/2rem 100% no-repeat local,linear-gradient(to left,var(--line),transparent) right/.75rem 100% no-repeat scroll}
caption span{position:sticky;left:0;display:inline-block;max-width:min(60rem,calc(100vw - 2rem))}
.column-head{position:sticky;left:0;max-width:40vw;background:var(--paper)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.25rem 0;font-size:.875rem}
th,td{padding:.3rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{vertical-align:bottom;border-bottom:2px solid var(--muted);font-weight:600}
tbody th{font-weight:400;min-width:7rem}
.column-number{text-align:right}
td.column-number{white-space:nowrap}
.column-picture{width:16%;min-width:6rem}
.sub{display:block;color:var(--muted);font-size:.8125rem}
.tag{font-weight:600}
.day{white-space:nowrap}
.channel{display:inline-block;padding:.1rem .6rem;border:2px solid var(--muted);border-radius:1rem;font-weight:600;white-space:nowrap}
.channel-alarm{border-color:var(--findings);background:var(--panel)}
.channel-warn{border-color:var(--warn)}
.channel-alarm span{color:var(--findings)}
.channel-warn span{color:var(--warn)}
.reasons{list-style:none;padding:0;margin:.5rem 0;max-width:60rem}
.reason{display:grid;grid-template-columns:minmax(5.5rem,max-content) minmax(0,1fr);gap:.25rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
.amount{text-align:right;font-variant-numeric:tabular-nums;font-weight:600}
.sum{border-top:2px solid var(--muted);font-weight:600}
.evidence{margin:.25rem 0;padding-left:1.1rem}
dl.facts{margin:.5rem 0;max-width:60rem}
.facts div{gap:.1rem 1rem;padding:.3rem 0;border-top:1px solid var(--line)}
.facts dt{color:var(--muted);font-size:.875rem}
.facts dd{margin:0}
@media (min-width:40rem){.facts div{display:grid;grid-template-columns:11rem minmax(0,1fr)}}
.condition{margin:.25rem 0;font-size:.875rem}
.condition summary{cursor:pointer;padding:.25rem 0;color:var(--muted)}
.condition summary:focus-visible{outline:3px solid var(--edge);outline-offset:2px}
.tree,.tree ul{list-style:none;margin:0;padding-left:0}
.tree ul{padding-left:.9rem;margin-left:.35rem;border-left:2px solid var(--line)}
.tree li{padding:.15rem 0}
.truth{display:inline-block;min-width:4.25rem;font-weight:600}
.truth-false{font-weight:400;color:var(--muted)}
.truth-unknown{color:var(--warn)}
footer{margin-top:3rem;padding-bottom:2rem}
@page{margin:15mm}
@media print{body{font-size:10pt}nav,.skip{display:none}h2,h3,caption{break-after:avoid}figure,.tile,tr{break-inside:avoid}.scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.column-head{position:static}table{font-size:7.5pt}.sub{font-size:7pt}th,td{padding:.2rem .35rem}.column-picture{min-width:3rem}.cell{min-width:3rem}figure{max-width:24rem}a{text-decoration:none}.reason,.condition,.facts div{break-inside:avoid}}
`;

/** The look of the list, beside that of every page. */
export const WORK_LIST_STYLE = `
.filters{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0}
.filters fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.filters legend{padding:0;font-size:.875rem;color:var(--muted)}
.field{display:grid;gap:.15rem;font-size:.875rem;color:var(--muted);flex:1 1 9rem;min-width:0}
.choice{display:inline-flex;gap:.35rem;align-items:center;min-height:2.5rem}
.choice input{width:1.15rem;height:1.15rem;accent-color:var(--edge)}
.count{color:var(--muted);font-variant-numeric:tabular-nums}
select,input[type=search],button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--muted);border-radius:.375rem;padding:.4rem .6rem;min-height:2.5rem;max-width:100%}
select,input[type=search]{width:100%}
button{cursor:pointer}
button:hover{border-color:var(--edge)}
button:disabled{cursor:default;opacity:.5}
:focus-visible{outline:3px solid var(--edge);outline-offset:2px}
.worklist{list-style:none;margin:0;padding:0}
.entry{display:grid;grid-template-columns:max-content minmax(0,1fr) max-content;gap:.25rem 1rem;align-items:start;padding:.75rem 0;border-top:1px solid var(--line)}
.entry .why{grid-column:1/-1;margin:0;padding-left:1.1rem;font-size:.9375rem}
.entry .id{font-weight:600;overflow-wrap:anywhere}
.channel-alarm .sign{color:var(--findings)}
.channel-warn .sign{color:var(--warn)}
@media screen and (min-width:60rem){.entry{grid-template-columns:7rem 16rem minmax(0,1fr) max-content}.entry .why{grid-column:3;grid-row:1;list-style:none;padding:0}.entry button{grid-column:4;grid-row:1}}
dialog{width:min(64rem,calc(100vw - 1rem));max-width:none;max-height:calc(100vh - 2rem);padding:0 1rem 1rem;border:1px solid var(--muted);border-radius:.5rem;background:var(--paper);color:var(--ink);overflow:auto}
dialog::backdrop{background:rgba(0,0,0,.5)}
dialog h2:first-child{border:0;margin-top:.5rem}
.bar{position:sticky;top:0;display:flex;gap:.5rem;justify-content:flex-end;background:var(--paper);padding:.75rem 0;border-bottom:1px solid var(--line);z-index:1}
#explanation:focus{outline:none}
@media print{.filters,.worklist button,#more,.bar{display:none}.entry{break-inside:avoid}dialog[open]{position:static;border:0;width:auto;max-height:none;overflow:visible}}
`;

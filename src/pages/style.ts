export const STYLE_PATH = "/style.css";

/** One small style sheet: system type, a narrow measure, state by word and by colour. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c2430, #e6e9ee); --soft: light-dark(#5a6472, #a3adba); --line: light-dark(#d9dde3, #343c48); --paper: light-dark(#fdfdfb, #12161c); --accent: light-dark(#0b5a8a, #7fc4ef); --warn: light-dark(#9a3412, #fdba74); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header, footer { max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2.5rem 0.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0.2rem 0; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 0 0 0.25rem; }
p { margin: 0.35rem 0; }
a { color: var(--accent); }
.soft { color: var(--soft); }
.lifecycle { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.5rem; list-style: none; margin: 1.5rem 0 0; padding: 0; font-size: 0.875rem; }
.lifecycle li { border-top: 4px solid var(--line); padding-top: 0.4rem; color: var(--soft); }
.lifecycle li[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600; }
.slot { border-top: 1px solid var(--line); padding: 1rem 0; }
.slot ol { list-style: none; margin: 0.5rem 0; padding: 0; }
.slot li { display: grid; grid-template-columns: 3.5rem 1fr; }
.cancelled h3, .cancelled ol { text-decoration: line-through; color: var(--soft); }
.withdrawn h3 { text-decoration: line-through; color: var(--soft); }
.change { color: var(--warn); font-weight: 600; }
.links { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; font-size: 0.875rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
footer { color: var(--soft); font-size: 0.875rem; padding-block: 2.5rem; }
@media (width < 30rem) { .lifecycle { grid-template-columns: 1fr 1fr; } }
`;

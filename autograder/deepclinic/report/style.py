"""The style sheet of the pages: light, dark, narrow, on paper. Text has a contrast of at least 4.5:1 in all of them."""

from __future__ import annotations

CSS = """
:root { --back: #f6f5f1; --card: #ffffff; --ink: #1d2329; --muted: #59626c; --line: #dedbd2; --code: #f3f2ee;
  --pass: #19723f; --fail: #b3261e; --waiting: #5f6974; --not_attempted: #8a5a00; --stopped: #7a3ea6;
  --grader_fault: #1f6a96; --yours: #b3261e; --expected: #58a684; --idea: #fdf4dc; --idea-edge: #c98a00;
  --alarm: #fcebe9; --person: #e8f2f8; --link: #1f5fa8; --bar: #7a9cc0; }
@media (prefers-color-scheme: dark) { :root { --back: #13161a; --card: #1b1f24; --ink: #e7e9ec; --muted: #a4adb7;
  --line: #353c45; --code: #14181c; --pass: #5fcf93; --fail: #ff8f82; --waiting: #9aa4af; --not_attempted: #e9b44c;
  --stopped: #cfa0f2; --grader_fault: #79bfe8; --yours: #ff8f82; --expected: #3f8f6e; --idea: #2b2618;
  --idea-edge: #d9a534; --alarm: #351f1e; --person: #1a2b36; --link: #8db9f2; --bar: #56789b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR",
  "NanumGothic", sans-serif; -webkit-text-size-adjust: 100%; }
main { margin: 0 auto; padding: 2rem 1rem 3rem; }
main.narrow { max-width: 50rem; }
main.wide { max-width: 72rem; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2, h3 { line-height: 1.3; }
:lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
a { color: var(--link); }
code, pre, .value { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
  "D2Coding", "NanumGothicCoding", monospace; font-size: .9em; }
.report { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem 1.75rem;
  margin: 0 0 1.5rem; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .75rem; }
.name { font-size: 1.35rem; font-weight: 700; margin: 0; overflow-wrap: anywhere; }
.who { color: var(--muted); flex: 1; overflow-wrap: anywhere; }
.score { order: 3; font-size: 1.35rem; font-weight: 700; font-variant-numeric: tabular-nums; white-space: nowrap; }
.counted, .small, .foot, .word, .caption, .quiet { color: var(--muted); }
.counted { margin-top: .15rem; }
.foot { font-size: .82rem; margin-top: 1.25rem; }
.word, .caption { font-size: .88rem; font-weight: 400; }
.small { font-size: .92rem; margin-top: .75rem; }
.small strong { color: var(--ink); }
.alarm, .person, .idea { margin: 1rem 0; padding: .75rem 1rem; border-left: 4px solid; border-radius: 0 8px 8px 0; }
.alarm { background: var(--alarm); border-color: var(--fail); }
.person { background: var(--person); border-color: var(--grader_fault); }
.idea { background: var(--idea); border-color: var(--idea-edge); }
.alarm ul { margin: .4rem 0 0; padding-left: 1.25rem; overflow-wrap: anywhere; }
.idea-part { margin: 0 0 .4rem; }
.idea-part:last-child { margin: 0; }
.first { margin: 1.25rem 0 0; padding: 1.1rem 0 0; border-top: 1px solid var(--line); }
.first-title { font-size: 1.12rem; margin: 0; overflow-wrap: anywhere; }
.first .word { margin: .1rem 0 .5rem; }
.section { font-size: 1rem; margin: 1.75rem 0 .25rem; }
.mark { font-weight: 700; }
.pass { color: var(--pass); } .fail { color: var(--fail); } .waiting { color: var(--waiting); }
.not_attempted { color: var(--not_attempted); } .stopped { color: var(--stopped); }
.grader_fault { color: var(--grader_fault); }
.first, .title { color: var(--ink); }
table { border-collapse: collapse; }
th { font-weight: 400; text-align: left; }
td, th { vertical-align: top; }
.scroll { overflow-x: auto; }
.beside { margin: .5rem 0; }
.beside th, .beside td { padding: .35rem 1.5rem .35rem 0; border-bottom: 1px solid var(--line); }
.beside-head { color: var(--muted); font-size: .88rem; }
.value { white-space: pre-wrap; overflow-wrap: anywhere; }
.value.yours { color: var(--fail); } .value.expected { color: var(--pass); }
.message { margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.beside .value { font-size: 1rem; }
.code { background: var(--code); border-radius: 8px; padding: .75rem 1rem; margin: .4rem 0; white-space: pre-wrap;
  overflow-wrap: anywhere; line-height: 1.45; }
.plot { margin: .75rem 0; max-width: 30rem; }
.plot svg { display: block; width: 100%; height: auto; }
.plot svg text { font-family: inherit !important; }
.checks { width: 100%; }
.checks > tbody > tr > * { padding: .42rem 0; border-bottom: 1px solid var(--line); }
.checks > tbody > tr:last-child > * { border-bottom: 0; }
.checks .symbol { width: 1.9rem; font-weight: 700; }
.checks > tbody > tr > .points { text-align: right; white-space: nowrap; padding-left: 1rem;
  font-variant-numeric: tabular-nums; }
.title { overflow-wrap: anywhere; }
summary { cursor: pointer; }
.title > details > summary { list-style: none; }
.title > details > summary::-webkit-details-marker { display: none; }
.title > details > summary::after { content: " \\25B8"; color: var(--muted); }
.title > details[open] > summary::after { content: " \\25BE"; }
.title > details { color: var(--ink); }
.title.waiting summary { color: var(--muted); }
summary:focus-visible, a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.hints { margin: .75rem 0 0; }
.hints details details { margin-left: 1rem; }
.hints summary { color: var(--link); }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2.25rem; margin: .6rem 0 0; }
.facts dt { color: var(--muted); font-size: .88rem; }
.facts dd { margin: 0; font-size: 1.25rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.exercise h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
.ranking { width: 100%; }
.ranking td, .ranking th { padding: .3rem 0; }
.ranking th { overflow-wrap: anywhere; }
.count { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
.ranking .count { width: 6.5rem; }
.bar-cell { width: 9rem; padding: .3rem .9rem !important; }
.bar { display: block; height: .55rem; margin-top: .5rem; border-radius: .3rem; background: var(--line);
  overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--fail); }
.matrix { min-width: 100%; }
.matrix th, .matrix td { padding: .35rem .55rem; border-bottom: 1px solid var(--line); }
.matrix thead th { color: var(--muted); font-size: .85rem; vertical-align: bottom; }
.matrix thead .check { padding: .2rem 0; text-align: center; }
.matrix thead .check span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap;
  max-height: 11rem; }
.matrix tbody th { min-width: 7rem; max-width: 18rem; overflow-wrap: anywhere; }
.matrix .cell { text-align: center; font-weight: 700; }
.matrix .void .cell { opacity: .4; }
.matrix .idea-cell { font-size: .9rem; min-width: 10rem; overflow-wrap: anywhere; }
.list { width: 100%; }
.list th, .list td { padding: .35rem 1.1rem .35rem 0; border-bottom: 1px solid var(--line); }
.list thead th { color: var(--muted); font-size: .88rem; }
.list tbody tr:last-child > * { border-bottom: 0; }
.list tbody th { font-weight: 600; white-space: nowrap; }
.list .why { width: 70%; min-width: 14rem; overflow-wrap: anywhere; }
.exercise summary > h3 { display: inline-block; margin: 1.25rem 0 .5rem; }
.spread { margin: 0; max-width: 44rem; }
.histogram { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: .35rem; align-items: end; margin: 0;
  padding: 0; list-style: none; }
.histogram li { display: flex; flex-direction: column; text-align: center; font-variant-numeric: tabular-nums; }
.histogram .number { font-weight: 600; min-height: 1.5em; }
.histogram .column { background: var(--bar); border-radius: 4px 4px 0 0; border-bottom: 1px solid var(--muted); }
.histogram .all .column { background: var(--pass); }
.histogram .tick { color: var(--muted); font-size: .8rem; white-space: nowrap; padding-top: .2rem; }
.spread .caption { text-align: right; margin-top: .1rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; color: var(--muted); font-size: .88rem; }
@media (max-width: 40rem) { main { padding: .75rem .5rem 2rem; } .report { padding: 1rem; }
  .histogram { gap: .15rem; } .histogram .tick { font-size: .6rem; }
  .bar-cell { width: 4.5rem; padding: .3rem .5rem !important; } .ranking .count { width: 4.8rem; }
  .beside th, .beside td { padding-right: .8rem; } .who { flex-basis: 100%; order: 4; } .score { margin-left: auto; } }
@media print { :root { --back: #ffffff; --card: #ffffff; --ink: #000000; --muted: #444444; --line: #cccccc;
  --code: #f4f4f4; --pass: #19723f; --fail: #b3261e; --waiting: #555555; --not_attempted: #8a5a00; --stopped: #7a3ea6;
  --grader_fault: #1f6a96; --yours: #b3261e; --expected: #58a684; --idea: #fdf4dc; --alarm: #fcebe9;
  --person: #e8f2f8; }
  main { padding: 0; max-width: none !important; } .report { border: 0; padding: 0; }
  .first, .checks > tbody > tr, .plot, .idea, .matrix tr { break-inside: avoid; } .hints { display: none; }
  .scroll { overflow: visible; } * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""

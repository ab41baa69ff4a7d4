"""`docs/adequacy.md`: the page that the figures are published on, a function of what was measured alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deepclinic.authoring.adequacy import Adequacy
from deepclinic.authoring.adequacy_figures import CONFIDENCE, Figures, Share, figures_of, total
from deepclinic.authoring.mutation import SLIPS

MOST_NAMES = 6


def markdown(adequacy: Adequacy) -> str:
    """The whole page."""
    figures = figures_of(adequacy)
    parts = [_head(adequacy), _right(figures), _named(figures)]
    if any(f.measured.unseen for f in figures):
        parts.append(_unseen(figures))
    parts += [_mutants(figures), _checks(figures), _problems(figures)]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def percent(share: Share) -> str:
    """A rate, for a reader."""
    return f"{100 * share.count / share.total:.1f} %" if share.total else "–"


def bound(share: Share) -> str:
    """The upper bound of a rate, for a reader; two digits."""
    return f"{100 * share.bound:.2g} %" if share.total else "–"


def _head(adequacy: Adequacy) -> Iterator[str]:
    yield "# How good the checks are"
    yield ""
    yield "This page is written by a command and never by hand:"
    yield ""
    only = "".join(f" {exercise.exercise}" for exercise in adequacy.exercises) if adequacy.left_out else ""
    yield f"    deepclinic dev adequacy{only} --seed {adequacy.seed} --seeds {adequacy.seeds} --docs docs"
    yield ""
    facts = ", ".join(f"{name}: {value}" for name, value in adequacy.environment.items())
    yield f"Version {adequacy.version}, seed {adequacy.seed}; {facts}."
    if adequacy.left_out:
        yield ""
        yield f"Not measured in this run: {', '.join(adequacy.left_out)}."


def _right(figures: Sequence[Figures]) -> Iterator[str]:
    yield "## Right solutions must get full marks"
    yield ""
    yield (
        "Each reference and each alternative is graded under fresh seeds. The bound is the exact one-sided "
        f"{100 * CONFIDENCE:.0f} % upper bound (Clopper–Pearson) of the rate of rejections, for runs like these. "
        "Seconds are for one submission on the machine named above, with its other work."
    )
    yield ""
    rows = [
        (f.exercise, str(len(f.measured.right)), str(f.rejected.total), str(f.rejected.count), bound(f.rejected),
         f"{f.seconds:.2f}")
        for f in figures
    ]  # fmt: skip
    whole = total(f.rejected for f in figures)
    solutions = str(sum(len(f.measured.right) for f in figures))
    rows.append(("all", solutions, str(whole.total), str(whole.count), bound(whole), ""))
    yield from _table(("exercise", "solutions", "runs", "rejected", "bound", "seconds"), rows)


def _named(figures: Sequence[Figures]) -> Iterator[str]:
    yield "## Misconceptions must lose points and be called by their name"
    yield ""
    yield (
        "A rewritten misconception has the same wrong idea in another style; no rule is made for one of them. But the "
        "thresholds of the naming were chosen with most of them in view: the share that is named rightly says how well "
        "they fit, not how often a stranger's solution is named; the solutions that no rule was made for tell that. No "
        "name is better than a wrong one."
    )
    yield ""
    heads = ("exercise", "misconceptions", "caught", "named", "rewritten", "caught", "named rightly", "named wrongly")
    rows = [_named_row(f.exercise, [f]) for f in figures]
    yield from _table(heads, [*rows, _named_row("all", figures)])
    yield ""
    yield from _confusions((f.exercise, f.confusion) for f in figures)


def _confusions(found: Iterable[tuple[str, Mapping[tuple[str, str], int]]]) -> Iterator[str]:
    confused = [
        f"- `{exercise}`: `{own}` is taken for {f'`{name}`' if name else 'nothing known'} ({count})"
        for exercise, confusion in found
        for (own, name), count in confusion.items()
    ]
    yield "Confusions:" if confused else "There is no confusion: all have the name that they should have."
    if confused:
        yield ""
        yield from confused


def _unseen(figures: Sequence[Figures]) -> Iterator[str]:
    yield "## Wrong solutions that no rule was made for"
    yield ""
    yield (
        "Each file of `solutions/<exercise>/unseen/` holds one wrong idea, written by somebody who knew the lesson, "
        "the contract and one sentence on the idea, and had seen neither the checks nor the probes nor any other "
        "solution. No check, probe or rule was changed because of them. In brackets: the exact two-sided "
        f"{100 * CONFIDENCE:.0f} % interval (Clopper–Pearson)."
    )
    yield ""
    rows = [_unseen_row(f.exercise, [f]) for f in figures]
    yield from _table(
        ("exercise", "solutions", "caught", "named rightly", "named wrongly"), [*rows, _unseen_row("all", figures)]
    )
    yield ""
    yield from _confusions((f.exercise, f.unseen_confusion) for f in figures)


def _unseen_row(name: str, figures: Iterable[Figures]) -> tuple[str, ...]:
    figures = list(figures)
    caught, named = total(f.unseen_caught for f in figures), total(f.unseen_named for f in figures)
    wrongly = total(f.unseen_misnamed for f in figures)
    return (name, str(caught.total), str(caught.count), _with_interval(named), _with_interval(wrongly))


def _with_interval(share: Share) -> str:
    if not share.total:
        return "–"
    low, high = share.interval
    return f"{share.count} ({percent(share)}; {100 * low:.1f} to {100 * high:.1f})"


def _named_row(name: str, figures: Iterable[Figures]) -> tuple[str, ...]:
    figures = list(figures)
    caught, named = total(f.caught for f in figures), total(f.named for f in figures)
    again, rightly = total(f.rewritten_caught for f in figures), total(f.rewritten_named for f in figures)
    wrongly = total(f.rewritten_misnamed for f in figures)
    return (
        name, str(caught.total), str(caught.count), str(named.count), str(again.total), str(again.count),
        f"{rightly.count} ({percent(rightly)})", f"{wrongly.count} ({percent(wrongly)})",
    )  # fmt: skip


def _mutants(figures: Sequence[Figures]) -> Iterator[str]:
    yield "## Mutants must lose points"
    yield ""
    yield (
        "A mutant is a reference with one slip in the student's part, made by a machine: "
        f"{SLIPS}. Those that the contract of their exercise allows are listed with the reason in "
        "`solutions/<exercise>/equivalent.toml`."
    )
    yield ""
    rows = [_mutant_row(f.exercise, [f]) for f in figures]
    yield from _table(
        ("exercise", "mutants", "killed", "equivalent", "surviving"), [*rows, _mutant_row("all", figures)]
    )


def _mutant_row(name: str, figures: Iterable[Figures]) -> tuple[str, ...]:
    figures = list(figures)
    equivalent = sum(len(f.measured.equivalent) for f in figures)
    mutants = sum(len(f.measured.mutants) for f in figures)
    return (
        name, str(mutants), str(total(f.killed for f in figures).count), str(equivalent),
        str(sum(len(f.surviving) for f in figures)),
    )  # fmt: skip


def _checks(figures: Sequence[Figures]) -> Iterator[str]:
    yield "## What each check is good for"
    yield ""
    yield (
        "How many of the wrong solutions above (misconceptions, rewritten ones, mutants) a check fails, and how many "
        "of these no other check fails. A check that fails none alone is redundant: it could be left out without "
        "letting a wrong solution pass; it may still say more clearly what is wrong. The page of `--html` shows the "
        "whole kill matrix."
    )
    for f in figures:
        yield ""
        yield f"### {f.exercise}"
        yield ""
        rows = [
            (f"`{check.id}`", str(check.kills), "redundant" if check.is_redundant else str(len(check.alone)),
             _names(check.alone))
            for check in f.checks
        ]  # fmt: skip
        yield from _table(("check", "fails", "alone", "among them"), rows)


def _names(names: Sequence[str]) -> str:
    shown = [name for name in names if "/" not in name][:MOST_NAMES]
    more = len(names) - len(shown)
    return ", ".join([*(f"`{name}`" for name in shown), *([f"{more} more"] if shown and more else [])])


def _problems(figures: Sequence[Figures]) -> Iterator[str]:
    problems = [f"- `{f.exercise}`: {problem}" for f in figures for problem in f.problems()]
    yield "## What is not as it should be"
    yield ""
    yield from problems or ["Nothing."]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'|'.join(['---', *['---:'] * (len(heads) - 1)])}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"

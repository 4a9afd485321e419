"""Shows what was measured: as a table between the markers of a page, and as a plot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from claims import ClaimsError, Finding, Kind
from pages import Page

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PAGE = PurePosixPath("references/performance.md")
PLOT = PurePosixPath("docs/claims.svg")
GREY, GREEN, BLUE = "#7a7a7a", "#2da44e", "#3b82f6"  # as readable on white as on black


def table(findings: Sequence[Finding], environment: str) -> str:
    """Return the Markdown table of the findings and the line that says where they were measured."""
    rows: list[str] = []
    for kind in Kind:
        rows += [f"| {kind.value} | median (least-most) | verdict | how |", "|---|---|---|---|"]
        for finding in (finding for finding in findings if finding.claim.kind is kind):
            claim = finding.claim
            rows.append(f"| {claim.text} | {finding.spread} | {finding.verdict} | {claim.how} |")
        rows.append("")
    return "\n".join([*rows, f"Measured with {environment}."])


def place(text: str, body: str) -> str:
    """Return the page with ``body`` between its two markers; ClaimsError where they are not one pair."""
    page = Page(text)
    marks = [comment for comment in page.comments if comment.text in ("measurements", "endmeasurements")]
    if [mark.text for mark in marks] != ["measurements", "endmeasurements"]:
        found = ", ".join(f"{mark.text} in line {mark.line}" for mark in marks) or "none"
        cure = "write <!-- measurements --> and <!-- endmeasurements --> once each, on lines of their own"
        raise ClaimsError(str(PAGE), f"not one pair of markers, but {found}", cure)
    lines = page.lines
    lines[marks[0].line : marks[1].line - 1] = [f"{body}\n"]
    return "".join(lines)


def plot(findings: Sequence[Finding]) -> bytes:
    """Draw the findings as an SVG, 700 px wide, byte for byte the same for the same findings.

    A dot is a median, a line reaches from the least to the most, a band is what the verdict admits. Greys
    in the middle and no background: it reads on white and on black.
    """
    import matplotlib  # here, because the worker processes import this module and draw nothing
    from matplotlib.figure import Figure

    style = matplotlib.rc_context(
        {
            "svg.hashsalt": "claims",
            "svg.fonttype": "none",
            "font.size": 9,
            "text.color": GREY,
            "xtick.color": GREY,
            "ytick.color": GREY,
            "axes.edgecolor": GREY,
            "axes.titlesize": 9,
        }
    )
    with style:
        groups = [[finding for finding in findings if finding.claim.kind is kind] for kind in Kind]
        figure = Figure(figsize=(700 / 96, (22 * len(findings) + 200) / 96), layout="constrained")
        legend = "dot: median of the rounds, line: least to most, band: what the verdict admits"
        figure.suptitle(legend, fontsize=9)
        panels = figure.subplots(len(groups), height_ratios=[len(group) + 1 for group in groups], squeeze=False)
        for kind, group, (axes,) in zip(Kind, groups, panels, strict=True):
            _draw(axes, kind, group)
        picture = io.BytesIO()
        metadata = {"Date": None, "Creator": None, "Title": "What was measured, and what the verdicts admit"}
        figure.savefig(picture, format="svg", transparent=True, metadata=metadata)
    return picture.getvalue()


def _draw(axes: Axes, kind: Kind, findings: Sequence[Finding]) -> None:
    if kind is Kind.GAP:
        edge, ticks = (0.0, 1.25), (0.0, 0.25, 0.5, 0.75, 1.0, 1.25)
    else:
        edge, ticks = (0.1, 10_000.0), (0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0)
        axes.set_xscale("log")
    axes.set_xticks(ticks, [f"{tick:,g}" for tick in ticks])
    axes.minorticks_off()
    for row, finding in enumerate(findings):
        rule, least, most = finding.claim.rule, min(finding.ratios), max(finding.ratios)
        low, high = max(rule.low, edge[0]), min(rule.high, edge[1])
        axes.barh(row, high - low, left=low, height=0.8, color=GREEN, alpha=0.25, linewidth=0)
        axes.plot([least, most], [row, row], color=BLUE, linewidth=2, solid_capstyle="butt")
        axes.plot([finding.median], [row], marker="o", markersize=5, color=BLUE)
    axes.axvline(1, color=GREY, linewidth=0.8, linestyle=":")
    axes.set_xlim(*edge)
    axes.set_ylim(len(findings) - 0.5, -0.5)
    axes.set_yticks(range(len(findings)), [finding.claim.text.replace("`", "") for finding in findings])
    axes.set_title(kind.value, loc="left")
    axes.tick_params(length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)

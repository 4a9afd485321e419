"""Draws timelines as SVG by matplotlib: one panel a run, one above the other, on one axis."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from timeline import Axis, Lane, Mark, Point, Record, State, Stretch
from timeline_lanes import lanes

WIDTH = 5.0  # inches: 480 pixels of a browser, so that a phone shows it with text of readable size
LANE, TITLE, FOOT, LEGEND_ROW = 0.35, 0.34, 0.42, 0.19  # inches
BAR = 0.36  # of a lane; its name stands above
NARROWEST = 0.006  # of the axis: a turn of some microseconds still is a stroke
LETTER = 0.0178  # of the axis, one letter of a text in a bar
LEGEND_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture; the background is the page's own."""

    name: str
    text: str
    faint: str
    on_bar: str
    states: Mapping[State, str]
    marks: Mapping[Mark, str]


def _theme(name: str, text: str, faint: str, on_bar: str, colours: Sequence[str]) -> Theme:
    run, wait, kept, busy, blocked, held, level, work, cancelled = colours
    states = dict(zip(State, (run, wait, kept, busy, blocked, held, level, work), strict=True))
    marks = dict(zip(Mark, (run, cancelled, blocked, cancelled, text), strict=True))
    return Theme(name, text, faint, on_bar, states, marks)


# Told apart in all common forms of colour blindness, and by height and hatching besides.
LIGHT = _theme(
    "light",
    "#24292f",
    "#d0d7de",
    "#ffffff",
    ("#0b62b5", "#8c96a3", "#e69f00", "#57606a", "#c8102e", "#7b5aa6", "#1b9e8a", "#2e7d32", "#b35900"),
)
DARK = _theme(
    "dark",
    "#e6edf3",
    "#444c56",
    "#0d1117",
    ("#58a6ff", "#8b949e", "#f0b429", "#9aa4af", "#ff6b6b", "#b392f0", "#39c5b0", "#6cc070", "#ffa657"),
)
THEMES = (LIGHT, DARK)

_SHAPES = {Mark.RETURNED: "o", Mark.CANCELLED: "X", Mark.FAILED: "X", Mark.ASKED: "v", Mark.UNFINISHED: "|"}
_THIN = {State.WAITING: 0.12, State.BUSY: 0.5}  # of a bar's height
_STROKES = (State.RUNNING, State.BUSY, State.BLOCKED)  # never too narrow to be seen
_BACK_TO_FRONT = (State.WAITING, *(state for state in State if state is not State.WAITING))


@dataclass(frozen=True, slots=True)
class Panels:
    """What a picture shows: for each run its lanes by its caption, the first on top, and the axis of all."""

    axis: Axis
    lanes: Mapping[str, Sequence[Lane]]

    @classmethod
    def of(cls, runs: Mapping[str, Record]) -> Panels:
        axis = Axis(list(runs.values()))
        return cls(axis, {caption: lanes(record, axis) for caption, record in runs.items()})

    @property
    def tell(self) -> bool:
        """Whether there is more to see than one task that runs to its end by itself."""
        return any(
            len([lane for lane in found if not lane.name.startswith("event loop")]) > 1
            or any(lane.endless for lane in found)
            for found in self.lanes.values()
        )


def draw(title: str, panels: Panels, theme: Theme) -> bytes:
    """Return the SVG; the same bytes from the same records."""
    axis, rows = panels.axis, panels.lanes
    legend = list(_legend([lane for found in rows.values() for lane in found], theme))
    legend_rows = -(-len(legend) // LEGEND_COLUMNS)
    heights = [TITLE + LANE * len(found) for found in rows.values()]
    height = sum(heights) + FOOT + LEGEND_ROW * legend_rows
    style: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": title,
        "font.family": "sans-serif",
        "font.size": 8.5,
    }
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(WIDTH, height))
        top = height
        for (caption, found), panel_height in zip(rows.items(), heights, strict=True):
            top -= panel_height
            panel = figure.add_axes((0.025, top / height, 0.95, (panel_height - TITLE) / height))
            _draw_panel(panel, caption, found, axis, theme)
        _draw_axis(panel, axis, theme)
        figure.legend(
            handles=legend, ncols=LEGEND_COLUMNS, loc="lower center", frameon=False, labelcolor=theme.text, fontsize=8
        )
        buffer = io.BytesIO()
        metadata = {"Title": title, "Date": None, "Creator": None}
        figure.savefig(buffer, format="svg", transparent=True, metadata=metadata)
    return buffer.getvalue()


def _draw_panel(panel: Axes, caption: str, found: Sequence[Lane], axis: Axis, theme: Theme) -> None:
    panel.set_xlim(0, axis.length * 1.02)
    panel.set_ylim(len(found), 0)
    panel.set_title(caption, loc="left", fontsize=10, fontweight="bold", color=theme.text, pad=3)
    panel.set_yticks([])
    panel.tick_params(bottom=False, labelbottom=False)
    for side in ("top", "left", "right", "bottom"):
        panel.spines[side].set_visible(False)
    for row, lane in enumerate(found):
        _draw_lane(panel, row + 0.72, lane, axis, theme)


def _draw_axis(panel: Axes, axis: Axis, theme: Theme) -> None:
    panel.spines["bottom"].set_visible(True)
    panel.spines["bottom"].set_color(theme.faint)
    panel.tick_params(bottom=True, labelbottom=True, colors=theme.text, labelsize=8, color=theme.faint, length=2, pad=1)
    panel.xaxis.set_major_locator(MaxNLocator(5, integer=not axis.in_seconds))
    panel.xaxis.set_major_formatter("{x:g}")
    panel.set_xlabel("seconds" if axis.in_seconds else "turns of the tasks, in order", color=theme.text, labelpad=1)


def _draw_lane(panel: Axes, middle: float, lane: Lane, axis: Axis, theme: Theme) -> None:
    panel.text(0, middle - 0.27, lane.name, va="bottom", ha="left", color=theme.text, fontsize=8.5)
    if lane.limit:
        panel.axhline(middle + BAR / 2 - BAR * lane.limit, color=theme.text, linewidth=0.6, linestyle=":")
    for state in _BACK_TO_FRONT:
        _draw_stretches(panel, middle, lane.name, [s for s in lane.stretches if s.state is state], axis, theme)
    if lane.endless:
        panel.plot(axis.length * 1.01, middle, marker=">", markersize=4, color=theme.text, clip_on=False)
    for point in lane.points:
        _draw_point(panel, middle, point, axis, theme)


def _draw_stretches(
    panel: Axes, middle: float, name: str, stretches: Sequence[Stretch], axis: Axis, theme: Theme
) -> None:
    """Draw the stretches of one state on one lane as one shape, and what they say."""
    if not stretches:
        return
    state = stretches[0].state
    colour, hatched = theme.states[state], state is State.KEPT
    narrowest = NARROWEST * axis.length if state in _STROKES else 0.0
    shapes = []
    for stretch in stretches:
        end = max(stretch.end, stretch.start + narrowest)
        height = BAR * stretch.height * _THIN.get(state, 1.0)
        bottom = middle + BAR / 2 if state is State.LEVEL else middle + height / 2
        low, high = bottom, bottom - height
        shapes.append([(stretch.start, low), (end, low), (end, high), (stretch.start, high)])
        _draw_text(panel, middle, stretch, end, len(name) * LETTER * axis.length, axis, theme)
    panel.add_collection(
        PolyCollection(
            shapes,
            facecolors="none" if hatched else colour,
            edgecolors=colour if hatched else "none",
            hatch="/////" if hatched else None,
            linewidths=0.5,
        )
    )


def _draw_text(
    panel: Axes, middle: float, stretch: Stretch, end: float, name_width: float, axis: Axis, theme: Theme
) -> None:
    """Write what a stretch says where it has the room; on the line of a wait, above it and beside the lane's name."""
    on_line = stretch.state is State.WAITING
    half = len(stretch.text) * LETTER * axis.length / 2
    x = (stretch.start + end) / 2
    if on_line and x - half < name_width:
        x = end - half
    if not stretch.text or x - half < max(stretch.start, name_width if on_line else 0.0):
        return
    panel.text(
        x,
        middle - 0.08 if on_line else middle,
        stretch.text,
        va="bottom" if on_line else "center_baseline",
        ha="center",
        fontsize=7.5,
        color=theme.text if on_line else theme.on_bar,
    )


def _draw_point(panel: Axes, middle: float, point: Point, axis: Axis, theme: Theme) -> None:
    asked = point.mark is Mark.ASKED
    panel.plot(
        point.at,
        middle - BAR / 2 if asked else middle,
        marker=_SHAPES[point.mark],
        markersize=4 if asked else 5,
        color=theme.marks[point.mark],
        markeredgewidth=0.5,
        markeredgecolor=theme.on_bar if not asked and point.mark is not Mark.UNFINISHED else None,
        clip_on=False,
        zorder=5,
    )
    if point.text:
        late = point.at > 0.7 * axis.length
        panel.annotate(
            point.text,
            (point.at, middle - 0.27 if late else middle),  # late: above, beside the lane's name
            xytext=(0 if late else 5, 0),
            textcoords="offset points",
            ha="right" if late else "left",
            va="bottom" if late else "center",
            fontsize=7.5,
            color=theme.marks[point.mark],
        )


def _legend(found: Sequence[Lane], theme: Theme) -> Iterator[Artist]:
    """Yield a key for each state and mark that occurs."""
    states = {stretch.state for lane in found for stretch in lane.stretches}
    marks = {point.mark for lane in found for point in lane.points}
    for state in State:
        if state in states:
            colour = theme.states[state]
            if state is State.KEPT:
                yield Patch(facecolor="none", edgecolor=colour, hatch="/////", label=state, linewidth=0.5)
            elif state is State.WAITING:
                yield Line2D([], [], color=colour, linewidth=1.5, label=state)
            else:
                yield Patch(facecolor=colour, label=state)
    for mark in Mark:
        if mark in marks:
            yield Line2D(
                [], [], linestyle="", marker=_SHAPES[mark], color=theme.marks[mark], markersize=4.5, label=mark
            )

"""How the page of a report looks: on a phone, on a large screen, in print; light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posture.palette import DARK, LIGHT
from posture.records import Part, State

if TYPE_CHECKING:
    from posture.palette import RGB, Palette

HEAT_LEVELS = 6
"""Steps of the heat map."""

_RULES = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1rem;background:var(--background);color:var(--text);
font:1rem/1.45 system-ui,sans-serif}
h1{font-size:1.5rem;margin:.2rem 0 1rem}h2{font-size:1.1rem;margin:0 0 .6rem}
section{background:var(--surface);border:1px solid var(--line);border-radius:.5rem;padding:1rem;
margin-bottom:1rem;break-inside:avoid}
@media screen and (min-width:60rem){main{columns:2;column-gap:1rem}.wide{column-span:all}
section+.wide{margin-top:1rem}}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dt,.note,caption,summary,footer{color:var(--muted)}dd{margin:0;grid-column:2}
.note,footer{font-size:.85rem}.note{margin:.6rem 0 0}summary{cursor:pointer;margin-top:.5rem}
svg{display:block;width:100%;max-width:40rem;height:auto;font:11px system-ui,sans-serif}
svg text{fill:var(--muted)}.grid{stroke:var(--line)}.zero{stroke:var(--baseline);stroke-width:1.5}
svg .own{fill:var(--baseline)}.line{fill:none;stroke-width:2}.band{opacity:.22}
.neck{stroke:var(--neck)}.back{stroke:var(--back);stroke-dasharray:5 3}
.neck-fill{fill:var(--neck);background:var(--neck)}
.back-fill{fill:var(--back);background:var(--back)}
.noted{fill:var(--text);background:var(--text)}.range{stroke:var(--text);stroke-width:1.5}
.back-view{max-width:11rem;font-size:6px}.body{fill:var(--line)}.place{fill:var(--slouched)}
.beside{fill:var(--surface)}.contour{fill:none;stroke:var(--muted);stroke-width:.6}
svg.back-view text{fill:var(--text);font-size:6px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-size:.85rem;padding-bottom:.3rem}
th,td{padding:.2rem .4rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--muted);font-weight:normal}tbody th{font-weight:normal;white-space:nowrap}
.n{text-align:right;white-space:nowrap}
.bar{display:block;height:.7rem;min-width:5rem;background:var(--line);border-radius:.2rem;
margin-top:.3rem}
.bar span{display:block;height:100%;background:var(--slouched);border-radius:.2rem}
.heat table{table-layout:fixed}
.heat td{text-align:center;border:1px solid var(--background);padding:.25rem .1rem}
.heat th,.heat tbody th{font-size:.8rem;color:var(--muted);text-align:center;padding:.2rem}
.key{display:inline-block;width:.8rem;height:.8rem;margin-right:.3rem;border-radius:.15rem}
.of{display:inline-block;margin-right:.8rem}
@media(max-width:30rem){body{padding:.5rem}section{padding:.75rem}
dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem;grid-column:1}th,td{padding:.2rem .25rem}
table{font-size:.8rem}svg{font-size:13px}
#days th:nth-child(4),#days td:nth-child(4){display:none}}
.along{display:grid;grid-template-columns:1fr 9rem;gap:1rem;align-items:start}
.take-along h1+main>p{margin-top:-.6rem}
@media screen{.take-along{max-width:56rem}.take-along main{columns:1}}
@media(max-width:36rem){.along{grid-template-columns:1fr}}
@page{size:A4;margin:12mm}
@media print{body{max-width:none;padding:0;font-size:9.5pt}
section{padding:.6rem;margin-bottom:.7rem}
section.list{break-inside:auto}tr{break-inside:avoid}h2{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}svg{max-width:15cm}
details:not([open]){display:none}
.take-along{font-size:8.5pt;line-height:1.25}.take-along table{font-size:7.5pt}
.take-along h2{margin:0;font-size:10pt}.take-along h1{font-size:14pt}
.take-along svg{max-height:60mm;margin:0 auto}.take-along section{padding:.4rem;margin-bottom:.4rem}
.take-along h1{margin:0 0 .8rem}.take-along th,.take-along td{padding:.1rem .3rem}
.take-along .note,.take-along footer{font-size:7.5pt;margin:.2rem 0 0}}
"""


def css() -> str:
    """The style sheet; print is light."""
    return (
        f":root{{color-scheme:light dark;{_variables(LIGHT)}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
        f"{_RULES}{_heat()}"
    )


def _variables(palette: Palette) -> str:
    colours = {
        "background": palette.background,
        "surface": palette.surface,
        "line": palette.line,
        "text": palette.text,
        "muted": palette.muted,
        "baseline": palette.baseline,
        "neck": palette.parts[Part.NECK],
        "back": palette.parts[Part.THORACIC],
        **{state.value: palette.states[state] for state in State},
    }
    return "".join(f"--{name}:{_hex(colour)};" for name, colour in colours.items())


def _hex(colour: RGB) -> str:
    return "#" + "".join(f"{value:02x}" for value in colour)


def _heat() -> str:
    """The heat map's steps, and the states' fills."""
    steps = "".join(
        f".h{level}{{background:color-mix(in srgb,var(--slouched) {12 * level}%,var(--surface))}}"
        for level in range(HEAT_LEVELS)
    )
    fills = "".join(f".{state}{{fill:var(--{state});background:var(--{state})}}" for state in State)
    return steps + fills

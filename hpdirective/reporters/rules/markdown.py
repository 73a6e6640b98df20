"""Rules as the handbook, hpdirective/rules/README.md."""

from collections.abc import Iterable

from hpdirective.finding import Rule
from hpdirective.reporters.examples import dedented
from hpdirective.words import Lang, harmless

_FAMILIES = {
    1: "HPD1xx: files and YAML",
    2: "HPD2xx: the shape of a plan",
    3: "HPD3xx: references and duties",
    4: "HPD4xx: time",
    5: "HPD5xx: indicators and targets",
    6: "HPD6xx: clarity",
    7: "HPD7xx: between plans",
    9: "HPD9xx: the data itself",
}


def render(rules: Iterable[Rule], lang: Lang = Lang.VI) -> str:
    listed = list(rules)
    lines = [
        "# Quy tắc kiểm tra · The rules",
        "",
        "<!-- Written by `make golden` from the rules themselves; do not edit. -->",
        "",
        "| id | name | severity | vi | en |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| [{r.id}](#{r.id.lower()}-{r.name}) | {r.name} | {r.severity} | {_cell(r.title.vi)} | {_cell(r.title.en)} |"
        for r in listed
    ]
    family = 0
    for rule in listed:
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {_FAMILIES[family]}"]
        lines += ["", *_page(rule)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _page(rule: Rule) -> list[str]:
    cites = "no clause" if rule.cites is None else f"`{rule.cites}`"
    return [
        f"### {rule.id} {rule.name}",
        "",
        f"**{_cell(rule.title.vi)}** · {_cell(rule.title.en)}",
        "",
        f"- Severity: {rule.severity}; rests on: {cites}",
        f"- vi: {_cell(rule.message.vi)}. Đề nghị: {_cell(rule.help.vi)}. {_cell(rule.why.vi)}.",
        f"- en: {_cell(rule.message.en)}. Help: {_cell(rule.help.en)}. {_cell(rule.why.en)}",
        *(f"- Option `{o.name}`: {o.about.vi} · {o.about.en}" for o in rule.options),
        *(_example(_ANNEX, rule.annex) if rule.annex else ()),
        *(_example(_BESIDE, rule.beside) if rule.beside else ()),
        *_example("Chưa đúng · Bad", rule.bad),
        *_example("Đúng · Good", rule.good),
    ]


_BESIDE = "Kế hoạch khác đặt bên cạnh ví dụ · Another plan beside the examples"
_ANNEX = "Phụ lục dùng trong ví dụ · The annex of the examples"


def _example(label: str, example: str | bytes) -> list[str]:
    return ["", f"{label}:", "", "```yaml", harmless(dedented(example).rstrip()), "```"]

"""Rules for people: a line each, or one explained."""

import re
from collections.abc import Iterable
from textwrap import indent

from hpdirective.finding import Option, Rule
from hpdirective.reporters.examples import dedented
from hpdirective.reporters.labels import SEVERITIES
from hpdirective.words import Lang, Text


def render(rules: Iterable[Rule], lang: Lang) -> str:
    return "".join(
        f"{r.id} {SEVERITIES[r.severity].said(lang):<9} {r.name:<28} {r.title.said(lang)}\n"
        for r in rules
    )


def unfilled(rule: Rule, text: Text, lang: Lang) -> str:
    """Say a text of a rule without a finding: what is left open is “…”, what may follow a word or a quotation is left out."""
    said = text.said(lang)
    for hole, words in rule.usual.items():
        said = said.replace(f"{{{hole}}}", words.said(lang))
    said = re.sub(r"(?<=[\w”])\{\w+\}", "", said)
    return re.sub(r"(?:\{\w+\})+", "…", said).replace("{{", "{").replace("}}", "}")


def shown(option: Option) -> str:
    """Give the default of an option as hpd.toml writes it."""
    if isinstance(option.default, int):
        return str(option.default)
    return "[" + ", ".join(f'"{word}"' for word in option.default) + "]"


def explain(rule: Rule, lang: Lang) -> str:
    """Explain a rule: what it says, why, what to do, a bad and a good example."""
    rests = {
        None: Text(
            vi="không căn cứ vào điều khoản nào của Chỉ thị", en="no clause of the directive"
        ),
        "task": Text(
            vi="chính nhiệm vụ mà phát hiện nói đến", en="the task that the finding is about"
        ),
    }.get(
        rule.cites,
        Text(vi=f"chủ đề {rule.cites} của Chỉ thị", en=f"topic {rule.cites} of the directive"),
    )
    rows = (
        (Text(vi="Mức độ", en="Severity"), SEVERITIES[rule.severity].said(lang)),
        (Text(vi="Thông báo", en="Message"), unfilled(rule, rule.message, lang)),
        (Text(vi="Đề nghị", en="Help"), unfilled(rule, rule.help, lang)),
        (Text(vi="Vì sao", en="Why"), rule.why.said(lang)),
        (Text(vi="Căn cứ", en="Rests on"), rests.said(lang)),
    )
    lines = [f"{rule.id} {rule.name}: {rule.title.said(lang)}", ""]
    lines += [f"{label.said(lang)}: {value}" for label, value in rows]
    for option in rule.options:
        title = Text(vi="Tùy chọn", en="Option").said(lang)
        lines.append(f"{title} {option.name}: {option.about.said(lang)} ({shown(option)})")
    examples: list[tuple[Text, str | bytes]] = [
        (Text(vi="Chưa đúng", en="Bad"), rule.bad),
        (Text(vi="Đúng", en="Good"), rule.good),
    ]
    if rule.annex:
        held = Text(vi="Phụ lục dùng trong ví dụ", en="The annex of the examples")
        examples.insert(0, (held, rule.annex))
    if rule.beside:
        beside = Text(vi="Kế hoạch khác đặt bên cạnh ví dụ", en="Another plan beside the examples")
        examples.insert(0, (beside, rule.beside))
    for label, example in examples:
        lines += ["", f"{label.said(lang)}:", indent(dedented(example), "    ").rstrip()]
    return "\n".join(lines) + "\n"

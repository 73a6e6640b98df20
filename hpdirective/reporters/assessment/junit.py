"""JUnit XML: a suite a file, a case a rule; a rule fails where one of its findings makes the run fail.

https://github.com/testmoapp/junitxml
"""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from hpdirective.choices import FailOn
from hpdirective.finding import Assessment, Checked, Finding, NotRun, Rule
from hpdirective.patterns import pattern
from hpdirective.reporters.finding import where, whole
from hpdirective.settings import Settings
from hpdirective.words import Lang, Text

# What XML cannot hold: https://www.w3.org/TR/xml/#charsets
_NOT_XML = pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OF_PLAN, _OF_DATA = range(1, 7), (1, 2, 9)
_BETWEEN = Text(vi="giữa các kế hoạch", en="between plans")


def render(assessment: Assessment, lang: Lang) -> str:
    fails = Settings(fail_on=FailOn(assessment.terms.fail_on))
    root = ET.Element("testsuites", name="hpdirective")
    for file in assessment.files:
        _suite(root, file.file, _cases(file, assessment.rules, fails, lang))
    between = [rule for rule in assessment.rules if rule.family == 7]
    found = assessment.between
    cases = [_case(_BETWEEN.said(lang), r, _of(found, r), fails, lang) for r in between]
    cases += [_skipped(_BETWEEN.said(lang), gap, lang) for gap in assessment.not_run]
    if cases:
        _suite(root, _BETWEEN.said(lang), cases)
    for name in ("tests", "failures", "skipped", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _suite(root: ET.Element, name: str, cases: Iterable[ET.Element]) -> None:
    listed = list(cases)
    suite = ET.SubElement(root, "testsuite", name=_text(name))
    suite.set("tests", str(len(listed)))
    suite.set("failures", str(sum(1 for case in listed if case.find("failure") is not None)))
    suite.set("skipped", str(sum(1 for case in listed if case.find("skipped") is not None)))
    suite.set("errors", "0")
    suite.extend(listed)


def _cases(
    file: Checked, rules: Iterable[Rule], fails: Settings, lang: Lang
) -> Iterator[ET.Element]:
    families = _OF_PLAN if file.kind == "plan" else _OF_DATA
    for rule in rules:
        if rule.family not in families:
            continue
        found = _of(file.findings, rule)
        if not file.readable and not found:
            yield _not_run(file.file, rule, lang)
        else:
            yield _case(file.file, rule, found, fails, lang)
    yield from (_skipped(file.file, gap, lang) for gap in file.not_run)


def _of(found: Iterable[Finding], rule: Rule) -> list[Finding]:
    return [finding for finding in found if finding.rule is rule]


def _case(name: str, rule: Rule, found: list[Finding], fails: Settings, lang: Lang) -> ET.Element:
    case = ET.Element("testcase", classname=_text(name), name=f"{rule.id} {rule.name}")
    counted = [f for f in found if not f.suppressed]
    failing = [f for f in counted if fails.fails(f.severity)]
    if failing:
        first = failing[0]
        if first.place.span:
            case.set("file", _text(first.place.file or ""))
            case.set("line", str(first.place.span.line))
        message = _text(first.message(lang))
        failure = ET.SubElement(case, "failure", type=str(first.severity), message=message)
        failure.text = _said(failing, lang)
    elif found and not counted:
        reasons = "; ".join(dict.fromkeys(f.suppressed.reason for f in found if f.suppressed))
        ET.SubElement(case, "skipped", message=_text(reasons))
    others = [f for f in counted if f not in failing]
    if others:
        ET.SubElement(case, "system-out").text = _said(others, lang)
    return case


def _skipped(name: str, gap: NotRun, lang: Lang) -> ET.Element:
    about = ".".join(map(str, gap.path)) or gap.task or str(gap.reason)
    case = ET.Element("testcase", classname=_text(name), name=_text(f"not-run {about}"))
    ET.SubElement(case, "skipped", message=_text(gap.message.said(lang)))
    return case


def _not_run(name: str, rule: Rule, lang: Lang) -> ET.Element:
    text = Text(vi="tệp không đọc được", en="the file could not be read")
    case = ET.Element("testcase", classname=_text(name), name=f"{rule.id} {rule.name}")
    ET.SubElement(case, "skipped", message=text.said(lang))
    return case


def _said(found: Iterable[Finding], lang: Lang) -> str:
    return _text("\n\n".join(f"{where(f)}\n{whole(f, lang)}" for f in found))


def _text(text: str) -> str:
    return _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

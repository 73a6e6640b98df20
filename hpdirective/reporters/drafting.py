"""What was found in a text while its tree was drafted, for people."""

from hpdirective.drafting.tree import Drafted
from hpdirective.model.directive import DueBasis
from hpdirective.words import Lang, Text


def render(drafted: Drafted, lang: Lang) -> str:
    directive = drafted.directive
    clauses = directive.clauses.values()
    parts, sections = len(directive.parts), len(tuple(directive.sections))
    paragraphs, count = len(tuple(directive.paragraphs)), len(clauses)
    dated = sum(bool(c.due and c.due.basis is DueBasis.TEXT) for c in clauses)
    left = len(directive.todo) + sum(len(c.todo) for c in clauses)
    found = Text(
        vi=f"Đã dựng {parts} phần, {sections} mục, {paragraphs} đoạn, {count} ý, trong đó {dated} ý có thời hạn; khớp từng chữ với văn bản",
        en=f"Drafted {parts} parts, {sections} sections, {paragraphs} paragraphs, {count} clauses, {dated} of them dated; the words agree with the text",
    )
    todo = Text(
        vi=f"Còn {left} khóa cần quyết định (todo)", en=f"{left} keys are left to decide (todo)"
    )
    pages = Text(
        vi=f"; văn bản có {drafted.page_numbers} dòng chỉ là một con số, nếu là số trang thì nên bỏ đi rồi dựng lại",
        en=f"; {drafted.page_numbers} lines of the text are a number alone: page numbers are best taken out, and the text drafted again",
    )
    second = todo.said(lang) + (pages.said(lang) if drafted.page_numbers else "")
    return f"{found.said(lang)}\n{second}\n"

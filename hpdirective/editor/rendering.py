"""Our values as the protocol writes them."""

from collections.abc import Iterable, Sequence

from lsprotocol import types as lsp

from hpdirective.choices import Severity
from hpdirective.editor import acting, completing, markdown
from hpdirective.editor.acting import Offer
from hpdirective.editor.completing import Completion
from hpdirective.editor.diagnosing import Diagnostic
from hpdirective.editor.positions import Ruler
from hpdirective.source.edit import Edit
from hpdirective.source.place import Span

SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
KINDS = {
    completing.Sort.TASK: lsp.CompletionItemKind.Reference,
    completing.Sort.UNIT: lsp.CompletionItemKind.Class,
    completing.Sort.GROUP: lsp.CompletionItemKind.Module,
    completing.Sort.INDICATOR: lsp.CompletionItemKind.Unit,
    completing.Sort.ITEM: lsp.CompletionItemKind.EnumMember,
    completing.Sort.DIRECTIVE: lsp.CompletionItemKind.Value,
    completing.Sort.KEY: lsp.CompletionItemKind.Property,
}
ACTIONS: dict[acting.Sort, str] = {
    acting.Sort.FIX: lsp.CodeActionKind.QuickFix.value,
    acting.Sort.IGNORE: lsp.CodeActionKind.QuickFix.value,
    acting.Sort.FIX_ALL: lsp.CodeActionKind.SourceFixAll.value,
}
SOURCE = "hpd"


def range_of(span: Span, ruler: Ruler) -> lsp.Range:
    found = ruler.range(span)
    start, end = found.start, found.end
    return lsp.Range(
        lsp.Position(start.line, start.character), lsp.Position(end.line, end.character)
    )


def edit_of(edit: Edit, ruler: Ruler) -> lsp.TextEdit:
    return lsp.TextEdit(range_of(edit.span, ruler), edit.text)


def diagnostic(found: Diagnostic, ruler: Ruler) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range_of(found.span, ruler),
        found.message,
        severity=SEVERITIES[found.severity],
        code=found.rule,
        source=SOURCE,
    )


def markup(text: str, formats: Sequence[lsp.MarkupKind | str] | None) -> lsp.MarkupContent:
    """Give Markdown, or plain words to an editor that takes no other."""
    if formats is None or lsp.MarkupKind.Markdown in formats:
        return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    return lsp.MarkupContent(lsp.MarkupKind.PlainText, markdown.plain(text))


def item(
    found: Completion, ruler: Ruler, formats: Sequence[lsp.MarkupKind | str] | None
) -> lsp.CompletionItem:
    choice = found.choice
    return lsp.CompletionItem(
        choice.id,
        kind=KINDS[choice.sort],
        detail=choice.detail,
        documentation=markup(choice.documentation, formats),
        sort_text=found.rank,
        filter_text=found.typed or choice.id,
        text_edit=edit_of(found.edit, ruler),
    )


def action(
    offer: Offer, uri: str, ruler: Ruler, shown: Iterable[lsp.Diagnostic]
) -> lsp.CodeAction:
    answered = [
        one
        for one in shown
        if offer.rule and one.code == offer.rule and one.range.start.line == offer.line - 1
    ]
    return lsp.CodeAction(
        offer.title,
        kind=ACTIONS[offer.sort],
        diagnostics=answered or None,
        is_preferred=True if offer.sort is acting.Sort.FIX and answered else None,
        edit=lsp.WorkspaceEdit({uri: [edit_of(edit, ruler) for edit in offer.edits]}),
    )

"""`hpd lsp`: the language server for editors, over standard input and output."""

import typer

from hpdirective.cli.options import (
    AnnexOption,
    AsOfOption,
    DataOption,
    DirectiveOption,
    LangOption,
)
from hpdirective.cli.speech import said


def lsp(
    directive: DirectiveOption = None,
    data: DataOption = None,
    annex: AnnexOption = None,
    lang: LangOption = None,
    as_of: AsOfOption = None,
) -> None:
    from hpdirective.cli.opening import Desk, open_desk
    from hpdirective.cli.serving import Renewal, open_server

    def look() -> Desk:
        return open_desk(
            directive=directive, data=data, annexes=annex or [], as_of=as_of, lang=lang
        )

    serve = open_server()
    renewal = Renewal(look, as_of)
    raise typer.Exit(serve(renewal.open(), renewal))


lsp.__doc__ = said(
    "Chạy máy chủ ngôn ngữ cho trình soạn thảo.",
    "Run the language server for editors.",
)

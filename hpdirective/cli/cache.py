"""`hpd cache`: where earlier results are kept, and taking them away."""

from enum import StrEnum
from typing import Annotated

import typer

from hpdirective.cli.options import LangOption
from hpdirective.cli.speech import said


class Do(StrEnum):
    """What is done about the cache."""

    SHOW = "show"
    CLEAN = "clean"


DoArgument = Annotated[
    Do,
    typer.Argument(
        help=said(
            "Xem ở đâu và bao nhiêu, hoặc xóa hết", "Say where and how much, or take it away"
        )
    ),
]


def cache(do: DoArgument = Do.SHOW, lang: LangOption = None) -> None:
    from hpdirective.cli import caching
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import write
    from hpdirective.disk import shown
    from hpdirective.words import Text

    folder = caching.usual_folder()
    count = caching.clean(folder) if do is Do.CLEAN else len(caching.entries(folder))
    found = Text(vi=f"{shown(folder)}: {count} mục đã lưu", en=f"{shown(folder)}: {count} entries")
    gone = Text(
        vi=f"{shown(folder)}: đã xóa {count} mục",
        en=f"{shown(folder)}: {count} entries taken away",
    )
    text = gone if do is Do.CLEAN else found
    write(f"{text.said(open_desk(lang=lang).lang)}\n")


cache.__doc__ = said(
    "Xem hoặc xóa kết quả kiểm tra được lưu từ các lần trước.",
    "Show or take away the results kept from earlier runs.",
)

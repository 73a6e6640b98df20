"""`hpd demo`: a whole city of invented plans to try everything on."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from hpdirective.cli.options import DataOption, DirectiveOption, ForceOption, LangOption
from hpdirective.cli.speech import said

FolderArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help=said("Thư mục ghi các kế hoạch vào", "Folder to write the plans into"),
        show_default=False,
    ),
]
CleanOption = Annotated[
    bool,
    typer.Option(
        "--clean",
        help=said("Không có chỗ nào cố ý chưa đạt", "Leave the seeded gaps out"),
    ),
]


def demo(
    folder: FolderArgument,
    clean: CleanOption = False,
    directive: DirectiveOption = None,
    data: DataOption = None,
    lang: LangOption = None,
    force: ForceOption = False,
) -> None:
    from hpdirective.cli.opening import open_desk
    from hpdirective.cli.output import inside, save_all, save_folder, write
    from hpdirective.demonstrating import README, demonstrate
    from hpdirective.disk import shown
    from hpdirective.words import Text

    desk = open_desk(directive=directive, data=data, lang=lang)
    shelf = desk.decided
    there = _is_there(folder, force=force)
    files = {name: text.encode() for name, text in demonstrate(shelf, clean=clean).items()}
    if there:
        save_all({inside(folder, name): content for name, content in files.items()}, force=force)
    else:
        save_folder(files, folder, lambda _: False, force=False)
    name, plans = shlex.quote(shown(folder)), len(files) - 1
    said_so = Text(
        vi=f"Đã ghi {plans} kế hoạch minh họa và {README} vào {name}; tiếp theo: hpd validate --roster {name}, hpd coverage --plans {name}",
        en=f"wrote {plans} sample plans and {README} into {name}; next: hpd validate --roster {name}, hpd coverage --plans {name}",
    )
    write(f"{said_so.said(desk.lang)}\n")


def _is_there(folder: Path, *, force: bool) -> bool:
    """Tell whether a folder is there that may be written into; one that holds something may be only by `force`. Raises NotUsable."""
    from hpdirective.disk import NotUsable, cause, shown
    from hpdirective.words import Text

    name = shown(folder)
    try:
        full = any(folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError as error:
        why = cause(error)
        raise NotUsable(
            Text(vi=f"không ghi được “{name}”: {why.vi}", en=f"cannot write “{name}”: {why.en}")
        ) from None
    if full and not force:
        raise NotUsable(
            Text(
                vi=f"thư mục “{name}” không trống; thêm --force để ghi đè tệp trùng tên",
                en=f"the folder “{name}” is not empty; add --force to overwrite files of the same names",
            )
        )
    return True


demo.__doc__ = said(
    "Lập một thành phố minh họa: kế hoạch hư cấu của mọi đơn vị.",
    "Make a demonstration city: invented plans of every unit.",
)

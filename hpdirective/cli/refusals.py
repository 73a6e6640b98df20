"""How the command says no: wrong usage, and what it cannot work on."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

from hpdirective.cli.speech import LANG, said
from hpdirective.words import one_line

if TYPE_CHECKING:
    from typer.exceptions import TyperException


def usage(error: TyperException) -> str:
    """Say what is wrong with the command line, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "hpd"
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return error.format_message() + "\n"
    hint = said(f"xem: {path} --help", f"see: {path} --help")
    return f"hpd: {_wrong(error, kind)}; {hint}\n"


def _wrong(error: TyperException, kind: str) -> str:
    message = error.format_message().rstrip(".")
    parameter = getattr(error, "param", None)
    if LANG == "en":
        return message if parameter or kind != "BadParameter" else error.message
    name = "/".join(getattr(parameter, "opts", [])) if parameter else ""
    choices = list(getattr(getattr(parameter, "type", None), "choices", ()))
    match kind:
        case "NoSuchOption":
            close = getattr(error, "possibilities", None)
            near = f"; gần nhất là {', '.join(sorted(close))}" if close else ""
            return f"không có tùy chọn {getattr(error, 'option_name', '')}{near}"
        case "MissingParameter":
            return f"thiếu {getattr(parameter, 'metavar', None) or name}"
        case "BadParameter" if choices:
            allowed = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
            return f"giá trị của {name} không dùng được; có thể ghi: {allowed}"
        case "BadParameter" if not name:
            return error.message
        case "BadParameter":
            return f"giá trị của {name} không dùng được: {error.message}"
        case "BadOptionUsage":
            return f"tùy chọn {getattr(error, 'option_name', '')} cần một giá trị"
        case _ if message.startswith("No such command"):
            said_names = message.split("'")
            return f"không có lệnh “{said_names[1] if len(said_names) > 1 else ''}”"
        case _:
            return f"dòng lệnh không dùng được ({message})"


def refusal(error: Exception) -> str:
    """Say what a run could not do without. Anything else is our own bug, and is said to be one."""
    from hpdirective.checking import broken
    from hpdirective.disk import NotUsable, cause
    from hpdirective.model.compiled import Changed
    from hpdirective.reporters.assessment import text
    from hpdirective.settings import Settings, SettingsError

    match error:
        case NotUsable():
            found = error.findings or broken(error.reads, Settings())
            findings = text.findings(found, LANG) if found else ""
            return f"{findings}hpd: {one_line(error.text.said(LANG))}\n"
        case SettingsError():
            return f"hpd: {one_line(error.text.said(LANG))}\n"
        case Changed():
            return said(
                "hpd: kết quả giữ lại của các lần chạy trước đã bị thay đổi; hãy chạy: hpd cache clean\n",
                "hpd: what earlier runs have kept was changed; run: hpd cache clean\n",
            )
        case FileNotFoundError(filename=None):  # what asks for the working folder names none
            return said(
                "hpd: thư mục đang làm việc không còn nữa; hãy chuyển sang thư mục khác\n",
                "hpd: the working folder is gone; change to another\n",
            )
        case OSError(filename=str(name)):
            return f"hpd: “{one_line(name)}”: {cause(error).said(LANG)}\n"
        case OSError():
            return f"hpd: {cause(error).said(LANG)}\n"
        case MemoryError():
            return said(
                "hpd: không đủ bộ nhớ; đóng bớt chương trình khác, tăng giới hạn (ulimit -v), hoặc kiểm tra ít tệp hơn mỗi lần\n",
                "hpd: out of memory; close other programs, raise the limit (ulimit -v), or check fewer files at once\n",
            )
        case ImportError() if not os.environ.get("HPD_TRACEBACK"):
            return said(
                f"hpd: không nạp được một phần của chương trình ({one_line(str(error))}): thiếu bộ nhớ, hoặc bản cài đặt hỏng; hãy đóng bớt chương trình khác, hoặc cài đặt lại\n",
                f"hpd: a part of the program cannot be loaded ({one_line(str(error))}): too little memory, or a broken installation; close other programs, or install it again\n",
            )
        case _ if os.environ.get("HPD_TRACEBACK"):
            return "".join(traceback.format_exception(error))
        case _:
            what = f"{type(error).__name__}: {error}"
            return said(
                f"hpd: lỗi nội bộ của chương trình, không phải của kế hoạch ({what}); đặt HPD_TRACEBACK=1 để xem chi tiết khi báo lỗi\n",
                f"hpd: a bug of this program, not of the plan ({what}); set HPD_TRACEBACK=1 to see where, and report it\n",
            )

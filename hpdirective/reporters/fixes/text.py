"""Fixes for people: a line each, and what to do next."""

from collections.abc import Iterable

from hpdirective.catalogue import BY_NAME
from hpdirective.fixing import Fix, Fixed, What
from hpdirective.words import Lang, Text, one_line, shorten

_WHATS = {
    What.ENCODING: Text(vi="bảng mã", en="encoding"),
    What.SYNTAX: Text(vi="cú pháp YAML", en="YAML syntax"),
    What.LETTERS: Text(vi="ký tự", en="letters"),
    What.KEY: Text(vi="khóa", en="key"),
    What.ID: Text(vi="mã đầu việc", en="id of an action"),
    What.UNIT: Text(vi="mã đơn vị", en="id of a unit"),
    What.TASK: Text(vi="mã nhiệm vụ", en="id of a task"),
    What.DIRECTIVE: Text(vi="mã chỉ thị", en="id of the directive"),
    What.DATE: Text(vi="cách ghi ngày", en="form of a date"),
}
_WIDTH = 80  # characters of the words before and after


def render(fixed: Iterable[Fixed], lang: Lang, *, written: bool) -> str:
    files = list(fixed)
    lines = [_line(one.file, fix, lang) for one in files for fix in in_order(one.fixes)]
    lines += [_unread(one.file, lang) for one in files if not one.readable]
    return "\n".join((*lines, _summary(files, lang, written=written))) + "\n"


def in_order(fixes: Iterable[Fix]) -> list[Fix]:
    """Give fixes in the order of their places."""
    return sorted(fixes, key=lambda fix: (fix.edit.span.line, fix.edit.span.column))


def _line(file: str, fix: Fix, lang: Lang) -> str:
    rule = BY_NAME[fix.rule].RULE if fix.rule else None
    what = f"{rule.id} {rule.name}" if rule else _WHATS[fix.what].said(lang)
    before = f"{_words(fix.old, lang)} → " if fix.old else "+ "
    span, after = fix.edit.span, _words(fix.new, lang)
    return f"{one_line(file)}:{span.line}:{span.column}: {what}: {before}{after}"


def _words(words: str, lang: Lang) -> str:
    if words and not words.strip(" "):
        return Text(vi="dấu cách", en="space").said(lang)
    if words.isspace():
        return Text(vi="dấu cách lạ", en="odd space").said(lang)
    return f"“{shorten(one_line(words), _WIDTH)}”"


def _unread(file: str, lang: Lang) -> str:
    text = Text(
        vi="tệp chưa đọc được, nên không sửa; `hpd validate` cho biết vì sao",
        en="the file cannot be read, so it is left as it is; `hpd validate` says why",
    )
    return f"{one_line(file)}: {text.said(lang)}"


def _summary(files: list[Fixed], lang: Lang, *, written: bool) -> str:
    count = sum(len(one.fixes) for one in files)
    many = sum(1 for one in files if one.fixes)
    if not count and not all(one.readable for one in files):
        return Text(vi="Không sửa chỗ nào", en="nothing was mended").said(lang)
    if not count:
        return Text(vi="Không có chỗ nào cần sửa", en="nothing to mend").said(lang)
    if written:
        vi, en = f"Đã sửa {count} chỗ trong {many} tệp", f"mended {count} places in {many} files"
        return Text(vi, en).said(lang)
    return Text(
        vi=f"Có thể sửa {count} chỗ trong {many} tệp; --diff để xem, --write để ghi",
        en=f"{count} places in {many} files can be mended; --diff shows them, --write writes them",
    ).said(lang)

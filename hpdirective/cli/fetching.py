"""Plans named by URL, opened by fsspec: in a bucket, on a server. Its drivers (s3fs, gcsfs …) are the reader's to install."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct

from hpdirective.disk import NotUsable, cause
from hpdirective.patterns import pattern
from hpdirective.source.document import Document, Fault, Limits
from hpdirective.words import Text

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = pattern(r"(?:[a-z][a-z0-9+.-]+::)*[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SUFFIXES = (".yaml", ".yml")
_MAGIC = pattern(r"[*?\[]")


class Remote(Struct, frozen=True):
    """A plan that lies elsewhere: its name in reports, the store that it lies in, and its path there."""

    name: str
    store: "AbstractFileSystem"
    path: str


def is_url(name: str) -> bool:
    """Tell whether an argument names a plan by URL."""
    return "://" in name and _URL.match(name) is not None


def find_remote(urls: Iterable[str]) -> list[Remote]:
    """Give the plans that URLs name: one, all of a folder, or those that a pattern fits, in order.

    Raises NotUsable where fsspec is not installed, and for a URL that cannot be opened or holds no plan.
    """
    found: dict[tuple[AbstractFileSystem, str], Remote] = {}
    for url in urls:
        for plan in _found(url):
            found.setdefault((plan.store, plan.path), plan)
    return list(found.values())


def _found(url: str) -> list[Remote]:
    name = _without_secrets(url)
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError:
        raise NotUsable(
            Text(
                vi=f"để đọc “{name}” cần gói bổ sung: pip install 'hpdirective[cluster]'",
                en=f"reading “{name}” needs an extra: pip install 'hpdirective[cluster]'",
            )
        ) from None
    try:
        store, path = url_to_fs(url)
        if store.isfile(path):  # on the web everything is a file, folders too
            return [Remote(name, store, path)]
        if store.isdir(path):
            paths = [one for one in sorted(store.find(path)) if _is_plan(one, path)]
        elif _MAGIC.search(path):
            paths = sorted(store.glob(path))
        else:
            store.info(path)  # it says why it is neither
            paths = []
    except Exception as error:  # each driver has errors of its own
        why = _cause(error)
        raise NotUsable(
            Text(vi=f"không mở được “{name}”: {why.vi}", en=f"cannot open “{name}”: {why.en}")
        ) from None
    if not paths:
        raise NotUsable(
            Text(vi=f"không có kế hoạch nào trong “{name}”", en=f"there is no plan in “{name}”")
        )
    _, chain, outer = name.partition("::")  # as in zip://*.yaml::s3://bucket/plans.zip
    names = (_without_secrets(store.unstrip_protocol(one)) for one in paths)
    return [Remote(f"{n}{chain}{outer}", store, one) for n, one in zip(names, paths, strict=True)]


def _is_plan(path: str, folder: str) -> bool:
    below = path.removeprefix(folder).split("/")
    return path.lower().endswith(_SUFFIXES) and not any(part.startswith(".") for part in below)


def open_remote(plan: Remote, limits: Limits) -> bytes | Document:
    """Give the bytes of a plan, one more than is allowed of one that is too large; where it cannot be read, a document with that fault."""
    try:
        with plan.store.open(plan.path, "rb") as file:
            raw: bytes = file.read(limits.bytes + 1)
            return raw
    except Exception as error:  # each driver has errors of its own
        fault = Fault("unreadable-file", facts={"cause": _cause(error)})
        return Document(plan.name, faults=(fault,))


def _cause(error: Exception) -> Text:
    """Say why a plan could not be had; never a driver's own words on a request, which may hold keys."""
    match error:
        case ImportError() | ValueError():  # fsspec says which driver is missing, or unknown
            return Text(vi=str(error), en=str(error))
        case OSError():
            return cause(error)
        case _:
            kind = type(error).__name__
            return Text(vi=f"không đọc được ({kind})", en=f"it cannot be read ({kind})")


def _without_secrets(url: str) -> str:
    """Leave the user, the password and what a signed address carries out of a name that stands in reports."""
    return "::".join(map(_bare, url.split("::")))


def _bare(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return f"{url.partition('://')[0]}://…"
    web = parts.scheme in ("http", "https")
    host = parts.netloc.rpartition("@")[2]
    if host == parts.netloc and not (web and parts.query):
        return url
    return urlunsplit(parts._replace(netloc=host, query="" if web else parts.query))

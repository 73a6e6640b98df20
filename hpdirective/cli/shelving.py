"""The library and the models in a compiled form: opening them takes a tenth of reading and making them again.

The library is kept under the digest of the files that it was read from, as a pickle of values alone: what reads it makes objects of the project's
own classes and of a few plain ones, calls nothing else, and refuses the rest. The models are kept under the digest of the program.
"""

import io
import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from hpdirective.cli.caching import Cache, stamp_of_program, usual_folder
from hpdirective.model import compiled

if TYPE_CHECKING:
    from hpdirective.library import Library

_OURS = tuple(
    f"hpdirective.{name}"
    for name in ("choices", "library", "model.", "reading", "source.", "words")
)
_PLAIN = {
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}
_KIND = "library"
_MODELS = "models"


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(_OURS) or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def recall(cache: Cache, key: str) -> "Library | None":
    """Give the library that was kept, None where there is none or anything about it is not as it was written."""
    body = cache.read(_KIND, key)
    if body is None:
        return None
    from hpdirective.library import Library

    try:
        found = _Reader(io.BytesIO(body)).load()
    except Exception:  # whatever a changed pickle comes to: the library is read again
        return None
    return found if isinstance(found, Library) else None


def remember(cache: Cache, key: str, library: "Library") -> None:
    """Keep a library, without the text and the places of its files, which no plan is held against, and what others have worked out of it."""
    library.directive.memo.clear()
    bare = replace(
        library,
        read=_bare(library.read),
        register=replace(
            library.register,
            units=tuple(map(_bare, library.register.units)),
            groups=tuple(map(_bare, library.register.groups)),
        ),
    )
    cache.keep(pickle.dumps(bare, pickle.HIGHEST_PROTOCOL), _KIND, key)


def _bare(read: Any) -> Any:
    document = replace(read.document, data=None, keys={}, values={}, lines=())
    return replace(read, document=document)


def offer_models() -> None:
    """Let the models be made of what an earlier run kept of them, where they are not there yet."""
    compiled.offer(lambda: Cache(usual_folder()).read(_MODELS, stamp_of_program()))


def remember_models(cache: Cache) -> None:
    """Keep what pydantic has worked out of the models, where nobody has done so yet."""
    if compiled.found() is None and cache.read(_MODELS, stamp_of_program()) is None:
        from hpdirective.reading import KINDS

        with suppress(TypeError):  # another version of pydantic may say more than can be written
            cache.keep(compiled.encode(KINDS.values()), _MODELS, stamp_of_program())

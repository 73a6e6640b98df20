"""A whole city to look at: one plan a unit, invented from the data of whatever directive is opened, with seeded gaps."""

from hpdirective.demonstrating import readme, text
from hpdirective.demonstrating.gaps import Seeded, seed
from hpdirective.demonstrating.text import Comments, Tree, Value
from hpdirective.demonstrating.town import Town, actions_of, founded
from hpdirective.library import Library
from hpdirective.source.place import KeyPath
from hpdirective.words import harmless, one_line

README = "README.md"


def demonstrate(library: Library, *, clean: bool = False) -> dict[str, str]:
    """Make the files of the demonstration city, by name: a plan of each unit, and what the folder holds; `clean` leaves the gaps out."""
    town, seeded = _built(library, clean=clean)
    files = {
        name: _text_of(plan, unit, library, _comments(town, unit, plan))
        for unit, name, plan in _plans(town)
    }
    files |= {name: _headed(said, name, library) for name, said in town.files.items()}
    about = readme.render(seeded, library)
    ordered = {name: files[name] for name in sorted(files)} | {README: about}
    return {name: harmless(said) for name, said in ordered.items()}


def seeded(library: Library) -> tuple[Seeded, ...]:
    """Say which gaps the city has, and at which units."""
    return _built(library, clean=False)[1]


def _built(library: Library, *, clean: bool) -> tuple[Town, tuple[Seeded, ...]]:
    town = founded(library)
    return town, () if clean else seed(town)


def _plans(town: Town) -> list[tuple[str, str, Tree]]:
    plans = [(unit, town.file(unit), plan) for unit, plan in town.plans.items()]
    return plans + [(unit, name, plan) for unit, (name, plan) in town.earlier.items()]


def _text_of(plan: Tree, unit: str, library: Library, comments: Comments) -> str:
    """Write a plan, its actions numbered anew in the order in which they stand."""
    actions: list[Value] = [
        {"id": f"A{n}", **{key: value for key, value in action.items() if key != "id"}}
        for n, action in enumerate(actions_of(plan), 1)
    ]
    return text.write({**plan, "actions": actions}, _head(unit, library), comments)


def _comments(town: Town, unit: str, plan: Tree) -> dict[KeyPath, str]:
    return {
        ("actions", at, "due"): note
        for (owner, task), note in town.notes.items()
        for at, action in enumerate(actions_of(plan))
        if owner == unit and plan is town.plans.get(unit) and action["tasks"] == [task]
    }


def _head(unit: str, library: Library) -> tuple[str, ...]:
    name, number = library.units.named(unit).name, library.directive.numbered
    return (
        one_line(
            f"Kế hoạch minh họa của {name.vi} thực hiện {number.vi}: mọi nội dung đều là hư cấu, không phải văn bản thật."
        ),
        one_line(
            f"Sample plan of {name.en} for {number.en}: all of it is invented; this is no real document."
        ),
    )


def _headed(said: str, name: str, library: Library) -> str:
    return "".join(f"# {line}\n" for line in _head(name.removesuffix(".yaml"), library)) + said

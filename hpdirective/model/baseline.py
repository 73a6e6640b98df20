"""A baseline of findings: those that a run found once and that later runs are not to count again."""

from typing import ClassVar

from hpdirective.model.located import Format, Listed, Located, Words


class Recorded(Located):
    """One finding on record: whose plan, or which file where that is not known; the rule; the task; the route by ids."""

    needed: ClassVar[tuple[str, ...]] = ("rule",)

    unit: Words | None = None
    file: Words | None = None
    rule: Words = ""
    task: Words | None = None
    route: Words = ""


class Baseline(Located):
    """The findings on record against one directive."""

    needed: ClassVar[tuple[str, ...]] = ("format", "kind", "directive")

    format: Format = "1"
    kind: Words = "baseline"
    directive: Words = ""
    findings: Listed[Recorded] = ()

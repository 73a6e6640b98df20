"""HPD222 unreadable-date: date cannot be read."""

from collections.abc import Iterator

from hpdirective.answering import Naming, names_directive
from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.plan import PERIOD_FAULTS
from hpdirective.rules.check import FileContext, Match, PlanContext, faults, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD222",
    name="unreadable-date",
    severity=Severity.ERROR,
    cites=None,
    title=Text(vi="Không đọc được thời gian", en="Date or period cannot be read"),
    message=Text(
        vi="Không đọc được thời gian “{value}”: {reason}",
        en="“{value}” cannot be read as a date or period: {reason}",
    ),
    help=Text(
        vi='{hint}; `hpd read "…"` cho biết cách hiểu',
        en='{hint}; `hpd read "…"` shows how it is read',
    ),
    usual={
        "hint": Text(
            vi="ghi ngày, tháng, quý hoặc năm, ví dụ “Quý IV”",
            en="write a day, a month, a quarter or a year, such as “Quý IV”",
        ),
    },
    why=Text(
        vi="Thời gian không đọc được chắc chắn thì không đối chiếu được với thời hạn của Chỉ thị",
        en="A date that cannot be read with certainty cannot be compared with the directive.",
    ),
    bad="""\
        actions:
          - tasks:
              - II.3.4.2
            due: 31/11/2023 # HPD222
    """,
    good="""\
        actions:
          - tasks:
              - II.3.4.2
            due: 30/11/2023
    """,
)


def check(context: FileContext) -> Iterator[Match]:
    yield from faults("unreadable-date")(context)
    if isinstance(context, PlanContext) and context.plan.directive:
        text, issued = context.plan.directive, context.directive.issued
        if names_directive(text, context.directive) is Naming.UNREADABLE:
            hint = Text(
                vi=f"ghi ngày ban hành Chỉ thị với năm đủ bốn chữ số, ví dụ {issued:%d/%m/%Y}",
                en=f"write the directive's date of issue with all digits of the year, such as {issued:%d/%m/%Y}",
            )
            reason = PERIOD_FAULTS["two-digit-year"]
            yield match(("directive",), value=text, reason=reason, hint=hint)

"""HPD508 unlike-press-figure: target that differs from a figure known from the press."""

from collections.abc import Iterator

from hpdirective.choices import Severity
from hpdirective.finding import Rule
from hpdirective.model.directive import Scope
from hpdirective.model.target import meets
from hpdirective.rules.check import Match, PlanContext, demand, match
from hpdirective.words import Text

RULE = Rule(
    id="HPD508",
    name="unlike-press-figure",
    severity=Severity.INFO,
    cites=None,
    title=Text(
        vi="Mức phấn đấu khác con số mà báo chí nêu",
        en="Target that differs from a figure known from the press",
    ),
    message=Text(
        vi="Mức phấn đấu “{promised}” khác con số “{figure}” của chỉ tiêu “{name}”; con số này chỉ biết qua báo chí ({cited}), không phải của Chỉ thị{whole}",
        en="the target “{promised}” differs from “{figure}” for indicator “{name}”; that figure is known from the press alone ({cited}) and is not the directive's{whole}",
    ),
    help=Text(
        vi="kiểm tra lại theo phụ lục chính thức; con số của báo chí là {meaning}, chỉ để tham khảo",
        en="check it against the official annex; the figure of the press is {meaning}, for reference only",
    ),
    why=Text(
        vi="Phụ lục chưa được cung cấp; con số của báo chí giúp phát hiện chỗ ghi nhầm, nhưng không ràng buộc và không đổi tỷ lệ đáp ứng",
        en="The annex is not supplied; a figure of the press may show a slip, but it binds nobody and changes no coverage.",
    ),
    annex="""\
        format: 1
        kind: annex
        directive: hai-phong/2023/02-CT-UBND
        annex: PL1
        title:
          vi: Các chỉ tiêu chủ yếu, theo báo chí
          en: Key targets, from the press
        complete: no
        source: các bài báo ghi ở từng chỉ tiêu
        indicators:
          - id: tang-truong-grdp
            name:
              vi: Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)
              en: Growth of the gross regional domestic product (GRDP)
            text: 12,7%-13%
            target:
              op: range
              value: 12.7
              high: 13
            unit: "%"
            source: press
            cited: congly.vn, 31/01/2023
    """,
    bad="""\
        unit: SoKHDT
        actions:
          - tasks:
              - III.1.3.2
            indicators:
              - id: tang-truong-grdp
                target: 12% # HPD508
    """,
    good="""\
        unit: SoKHDT
        actions:
          - tasks:
              - III.1.3.2
            indicators:
              - id: tang-truong-grdp
                target: 12,7%-13%
    """,
)

_WHOLE = Text(
    vi="; đây là mức chung của mọi đơn vị, phần của từng đơn vị chưa rõ",
    en="; it is that of all units together, the part of each unit is unknown",
)


def check(context: PlanContext) -> Iterator[Match]:
    for action in context.plan.actions:
        for promised in action.indicators:
            row = context.press.get(promised.id or "")
            if row is None or promised.target is None:
                continue
            if promised.target.trend is None and meets(promised.target, row.required) is False:
                meaning = demand(row.required)
                yield match(
                    promised.at("target"),
                    promised=promised.target.text,
                    figure=row.text or meaning,
                    name=row.name.text if row.name else Text(row.id, row.id),
                    cited=row.cited,
                    whole=_WHOLE if row.scope is Scope.TOTAL else Text("", ""),
                    meaning=meaning,
                )

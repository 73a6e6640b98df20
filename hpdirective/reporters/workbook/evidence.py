"""What the workbook rests on, so that it can be made again and compared."""

from hpdirective.model.directive import Directive
from hpdirective.model.names import Units
from hpdirective.reporters import evidence
from hpdirective.reporters.sheet import Column, Row, Sheet, Table
from hpdirective.surveying import Survey
from hpdirective.words import Lang, Text

KEY = "evidence"


def sheet(survey: Survey, directive: Directive, units: Units, lang: Lang) -> Sheet:
    """Make the sheet of the evidence."""
    rows = tuple(Row(pair) for pair in evidence.rows(survey, lang))
    columns = (
        Column(Text(vi="Nội dung", en="What").said(lang), 24),
        Column(Text(vi="Giá trị", en="Value").said(lang), 90),
    )
    return Sheet(
        KEY,
        Text(vi="Căn cứ", en="Evidence").said(lang),
        Text(vi="CĂN CỨ LẬP BÁO CÁO", en="WHAT THIS REPORT RESTS ON").said(lang),
        Text(
            vi="Hai báo cáo có cùng mã kiểm chứng được lập từ cùng dữ liệu, cùng kế hoạch, cùng cấu hình, cùng ngày.",
            en="Two reports with the same evidence rest on the same data, plans, settings and day.",
        ).said(lang),
        (Table(columns, rows),),
        landscape=False,
    )

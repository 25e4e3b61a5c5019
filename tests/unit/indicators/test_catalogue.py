from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.catalogue import markdown
from holdfast.indicators.registry import INDICATORS


def test_every_indicator_stands_in_the_catalogue_with_why_and_who():
    text = markdown(ReportingYear(2027))
    for each in INDICATORS.values():
        assert f"## {each.title}\n" in text
        assert each.custody.why in text
        assert f"- **Owner**: {each.custody.owner}" in text

"""The sentences written by rule, word for word."""

from dataclasses import replace

import pytest

from holdfast.domain.reporting_year import ReportingYear
from holdfast.indicators.figure import Figure, HiddenFigure
from holdfast.reports.annual import Authority, build
from holdfast.reports.annual.material import FigureMissing
from holdfast.reports.check import tables
from holdfast.reports.comparators import Comparator
from holdfast.reports.content import Bullets, Paragraph, Ref
from holdfast.reports.numbering import lay_out
from tests.reports.a_year import MARLDON, YEAR, figures, nothing, published


def sentences(document) -> dict[str, str]:
    """Every numbered paragraph and list of a report as plain words, by number."""
    laid = lay_out(document)
    said: dict[str, str] = {}
    for section in laid.sections:
        for placed in [*section.blocks, *(p for part in section.parts for p in part.blocks)]:
            if isinstance(placed.block, Paragraph):
                said[placed.number] = words(laid, placed.block.content)
            elif isinstance(placed.block, Bullets):
                said[f"{section.number} list"] = " | ".join(words(laid, item) for item in placed.block.items)
    return said


def words(laid, content) -> str:
    return "".join(laid.labels[piece.key] if isinstance(piece, Ref) else piece for piece in content)


def with_numbers(**changed: int) -> list[Figure]:
    """The year's figures with another number of children in care at its end."""
    return [
        replace(f, numerator=changed["number"], value=changed["number"])
        if (f.table, f.group, f.period) == ("children_in_care", "number", "2016/17")
        else f
        for f in figures()
    ]


def test_the_sentences_of_the_profile():
    said = sentences(build(YEAR, figures(), published(), {}, MARLDON))

    profile = {number: text for number, text in said.items() if number.startswith(("7.", "8."))}
    assert profile == {
        "7.1": "At 31 March 2017, officers had 594 children: 204 in care, 171 with a protection plan and 219 in need. "
        "They held 6.00 full-time equivalent posts, so that a full post had 99.0 children on average, against 75 "
        "published for 2015/16. Beside them, they reviewed the short breaks of 11 children.",
        "7.2": "171 protection plans were open at 31 March 2017. At the ends of the months there were between 122 and "
        "199. In the year 174 plans started and 138 ended.",
        "7.3": "554 reviews were completed in 2016/17: 138 in Q1, 149 in Q2, 120 in Q3 and 147 in Q4.",
        "7.4": "1,202 meetings were completed in 2016/17: 554 reviews of children in care, 368 child protection "
        "conferences and 280 reviews of children in need. That is 245.3 for each full post (1,202 over 4.90).",
        "7.5": "Whether reviews are in time can be asked in four ways, which give four different figures.",
        "7.6": "Of the reviews held in the year, 430 of 554 (77.6%) were in time. By the final meeting alone it is 421 "
        "of 554 (76.0%).",
        "7.7": "Of the reviews that fell due in the year, 428 of 560 (76.4%) were held in time. By the final meeting "
        "alone it is 419 of 560 (74.8%).",
        "7.8": "Of the children with a review due in the year, 167 of 249 (67.1%) had all of them in time, against 85% "
        "published for 2015/16. By the final meeting alone it is 160 of 249 (64.3%).",
        "7.9": "Of the children in care at the end of the year who were past their first due date, 190 of 199 (95.5%) "
        "had no review overdue.",
        "7.10": "A participation code was recorded for 539 of 554 reviews (97.3%). Of the reviews of children aged "
        "4 and over, children attended 225 of 445 (50.6%), and gave their views, in person or through somebody "
        "else, for 392 of 445 (88.1%). The most common way of taking part was “Attended and spoke for themselves” "
        "(PN1): 213 of 539 reviews (39.5%), against 38% published for 2015/16.",
        "7.11": "What the codes mean, and what each counts as, is in Table 8.",
        "7.12": "Of the reviews of children aged 4 and over for which it was recorded, the child or young person "
        "chaired, wholly or in part, 41 of 430 (9.5%).",
        "7.13": "Of the children who were to be seen before their review, officers saw 151 of 291 (51.9%). For 113 "
        "reviews seeing the child was not appropriate, and for 33 not necessary.",
        "7.14": "Decisions were sent in time after 500 of 550 reviews (90.9%), managers answered in time for 300 of "
        "480 (62.5%), the record was written in time for 410 of 545 (75.2%) and everybody entitled had it in time for "
        "380 of 540 (70.4%).",
        "7.15": "Of the checks due halfway between reviews, 212 of 400 (53.0%) were done. 25 checks were waived with a "
        "reason.",
        "8.1": "At 31 March 2017, 204 children and young people were in care, 13 more than a year before. That is "
        "55.0 for every 10,000 children aged 0 to 17 in the area (204 among 37,090).",
        "8.2": "Of them, 4 were unaccompanied asylum-seeking children. Children looked after in short breaks only "
        "are not counted here.",
        "8.3": "At 31 March 2017, 108 of 204 children (52.9%) were male and 96 (47.1%) female.",
        "8.4": "193 of 204 children (94.6%) were recorded as White British, and 11 in 3 other groups. The table "
        "gives the codes of the national return.",
        "8.5": "The largest age group was 10 to 15: 82 of 204 children (40.2%), 4 more than a year before.",
        "8.6": "At 31 March 2017, 63 of 204 children had been in care for less than a year, and 86 of 204 children "
        "(42.2%) for more than four years.",
        "8.7": "At 31 March 2017, 127 of 204 children (62.3%) were on a full care order, against 55% published for "
        "2015/16; 51 (25.0%) were accommodated under section 20, against 31% published for 2015/16; 20 (9.8%) were "
        "on an interim care order, against 10% published for 2015/16.",
        "8.8": "Officers said for 437 of 554 reviews (78.9%) whether the legal status was appropriate. For 15 of 437 "
        "(3.4%) of those they said that it was not so, against 1.2% published for 2015/16; of all reviews, answered or "
        "not, that is 15 of 554 (2.7%), against 1.04% published for 2015/16.",
        "8.9": "At 31 March 2017, 158 of 204 children lived in foster care, 34 of them with relatives or friends.",
        "8.10": "At 31 March 2017, 84 of 198 children (42.4%) of whom it is recorded lived outside the council's own "
        "area.",
        "8.11": "10 of 204 children (4.9%) in care on 31 March 2017 had three or more placements in the year, "
        "against 8.9% published for 2015/16. Published for other areas: National average 2015/16, 10%.",
        "8.12": "Of the children under 16 who had been in care for two and a half years or longer, 50 of 75 "
        "(66.7%) had been in the same placement for two years, or were placed for adoption.",
        "8.13": "Of the placements that ended in a move with a reason recorded, 12 of 33 (36.4%) ended for a "
        "reason that is counted as unplanned.",
        "8.14": "Officers said for 437 of 554 reviews (78.9%) whether the placement met the child's needs. For 13 of "
        "437 (3.0%) of those they said that it was not so; of all reviews, answered or not, that is 13 of 554 (2.3%).",
        "8.15": "Of the children in care for the whole year, 86 of 141 (61.0%) had both a health assessment and a "
        "dental check, against 74.5% published for 2015/16. Of those under 5, 23 of 24 (95.8%) had a development "
        "check.",
        "8.16": "104 of 118 children aged 4 to 16 had a score in the Strengths and Difficulties Questionnaire; the "
        "average score was 16.11. The bands of the questionnaire are for one child's score, and say nothing of an "
        "average.",
        "8.17": "Of the children in care for the whole year for whom it was noted, 96 of 120 (80.0%) had an up-to-date "
        "personal education plan at their last review.",
        "8.18": "74 periods of care ended in 2016/17, 10 fewer than the year before, for 74 children. The most "
        "frequent outcomes were: care ceased for any other reason (45), returned home to a person with parental "
        "responsibility, planned (14) and adopted, application not opposed (7).",
        "8.19": "Of the care leavers aged 17 to 21 whose accommodation was known, 76 of 78 (97.4%) were in suitable "
        "accommodation. The council was in touch with 74 of 80 (92.5%).",
    }


def test_the_sentences_of_what_officers_judged_and_raised():
    said = sentences(build(YEAR, figures(), published(), {}, MARLDON))

    impact = {number: text for number, text in said.items() if number.startswith("9.")}
    del impact["9.1"], impact["9.3"]  # what is so every year
    assert impact == {
        "9.2": "Officers completed a quality monitor for 437 of 554 reviews of children in care (78.9%). Beside "
        "them, for 8 of 22 reviews of short breaks (36.4%), 285 of 368 child protection conferences (77.4%) "
        "and 0 of 280 reviews of children in need (0.0%). What the monitors say is said of those reviews "
        "only.",
        "9.4": "Of the children in care with a review completed in 2016/17, officers raised a concern informally for"
        " 83 of 230 (36.1%), and in the formal process for 3 of 230 (1.3%). Over the 554 reviews completed "
        "that is 15.0% informally, against 13.2% published for 2015/16; 0.5% formally.",
        "9.5": "202 concerns were raised in 2016/17, about 88 children and young people. 3 more were taken back as "
        "no concern, and not counted. The most frequent were: other (135), no or poor quality personal "
        "education plan (30) and no or poor quality care plan (25).",
        "9.6": "By the end of the year 198 of 202 concerns (98.0%) had gone no further than the informal stage, and "
        "4 had been taken to a formal one. 174 concerns were closed in the year. Half of them took 10 working"
        " days or fewer from the day they were raised, and the longest 52.",
        "9.7": "Officers rated corporate parenting for 437 of 554 reviews (78.9%): outstanding for 8 of 437 (1.8%); "
        "good for 350 of 437 (80.1%), against 89% published for 2015/16; as requiring improvement for 79 of "
        "437 (18.1%). For the other reviews nobody said.",
        "9.8": "Officers rated the care plan for 435 of 554 reviews (78.5%): outstanding for 18 of 435 (4.1%); good "
        "for 357 of 435 (82.1%); as requiring improvement for 58 of 435 (13.3%); inadequate for 2 of 435 "
        "(0.5%). For the other reviews nobody said.",
        "9.9": "In 2016/17, 6 protection plans ended at the first review conference, and 5 were made within two "
        "years of an earlier one. At 31 March 2017, 9 had been open for more than 15 months. None of this is "
        "wrong in itself; each was listed to be looked at.",
        "9.10": "Children stepped from one tier of help to another 86 times in 2016/17, 42 of them down. Of the steps"
        " down of which so much time has passed, children were back after 2 of 42 (4.8%) within 3 months, 4 "
        "of 33 (12.1%) within 6 months and 2 of 10 (20.0%) within 12 months.",
    }


def test_where_nothing_was_judged_or_raised_the_report_says_so():
    said = sentences(build(YEAR, nothing(), [], {}, MARLDON))

    impact = [text for number, text in said.items() if number.startswith("9.")]
    assert [*impact[1:2], *impact[3:]] == [
        *["No review of a child in care was completed in 2016/17 by our records."] * 2,
        "No concern was raised in 2016/17 by our records.",
        "No monitor of a review in 2016/17 rates corporate parenting.",
        "No monitor of a review in 2016/17 rates the care plan.",
        "No protection plan was on the lists of the conference audit in 2016/17.",
        "No step between tiers of help is recorded for 2016/17.",
    ]


def test_where_nothing_was_recorded_the_report_says_so_and_divides_by_nothing():
    said = sentences(build(YEAR, nothing(), [], {}, MARLDON))

    assert [text for number, text in said.items() if number.startswith(("7.", "8.", "12"))] == [
        "Our records name no child with an officer at 31 March 2017.",
        "No protection plan is recorded for 2016/17.",
        "No review was recorded for 2016/17.",
        "No meeting that an officer completed was recorded for 2016/17.",
        "No review of a child in care was held or fell due in 2016/17 by our records.",
        "No participation code was recorded for a review in 2016/17.",
        "What the codes mean, and what each counts as, is in Table 8.",
        "No review of 2016/17 says whether the officer saw the child before it.",
        "No deadline after a review fell in 2016/17 by our records.",
        "At 31 March 2017, 0 children and young people were in care.",
        "Of them, none were unaccompanied asylum-seeking children. Children looked after in short breaks only are "
        "not counted here.",
        *["No child was in care at the end of the year."] * 5,
        "No monitor of a review in 2016/17 says whether the legal status was appropriate.",
        "No child was in care at the end of the year.",
        "Of no child in care is it recorded whether they live in the council's own area.",
        "No child was in care at the end of the year.",
        "No reason was recorded for a placement that ended in a move.",
        "No monitor of a review in 2016/17 says whether the placement met the child's needs.",
        "No health check was recorded for children in care for the whole year.",
        "No period of care ended in 2016/17.",
        "Nothing was recorded of care leavers in 2016/17.",
        "At 31 March 2017, 0 children and young people were in care. The measures of the year, each with its table:",
        "Attended their review, aged 4 and over: none recorded (Table 7). | "
        "Gave their views for their review, aged 4 and over: none recorded (Table 7). | "
        "Had three or more placements in the year: none recorded (Table 24). | "
        "In care for two and a half years, and for two in the same placement or adoptive home: none recorded "
        "(Table 25). | "
        "Had a health assessment and a dental check: none recorded (Table 28). | "
        "Care leavers aged 17 to 21 in suitable accommodation: none recorded (Table 30).",
    ]


def test_the_summary_leads_to_its_tables():
    said = sentences(build(YEAR, figures(), published(), {}, MARLDON))

    assert said["12 list"].split(" | ")[:3] == [
        "Attended their review, aged 4 and over: 225 of 445 (50.6%) (Table 7).",
        "Gave their views for their review, aged 4 and over: 392 of 445 (88.1%) (Table 7).",
        "Had three or more placements in the year: 10 of 204 (4.9%), against 8.9% published for 2015/16 (Table 24).",
    ]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (
            191,
            "At 31 March 2017, 191 children and young people were in care, the same number as a year before.",
        ),
        (190, "At 31 March 2017, 190 children and young people were in care, 1 fewer than a year before."),
        (1, "At 31 March 2017, 1 child or young person was in care, 190 fewer than a year before."),
        (
            1250,
            "At 31 March 2017, 1,250 children and young people were in care, 1,059 more than a year before.",
        ),
    ],
)
def test_the_number_in_care_beside_the_year_before(number, sentence):
    said = sentences(build(YEAR, with_numbers(number=number), published(), {}, MARLDON))

    assert said["8.1"].startswith(sentence)


def test_without_a_published_year_before_nothing_is_compared():
    said = sentences(build(YEAR, figures(), [], {}, MARLDON))

    assert said["8.1"].startswith("At 31 March 2017, 204 children and young people were in care. That is")


def a_year_later() -> list[Figure]:
    """Figures of 2017/18, the same as those of 2016/17, with those of 2016/17 behind them."""
    now = [replace(f, period=f.period.replace("2016/17", "2017/18")) for f in figures()]
    return [*now, *figures()]


def test_an_earlier_year_of_our_own_stands_beside_where_nothing_was_published():
    document = build(ReportingYear(2018), a_year_later(), [], {}, MARLDON)

    said = sentences(document)
    assert said["8.1"].startswith(
        "At 31 March 2018, 204 children and young people were in care, the same number"
    )
    assert (
        "10 of 204 children (4.9%) in care on 31 March 2018 had three or more placements in the year, "
        in said["8.11"]
    )
    assert said["8.11"].endswith("against 10 of 204 (4.9%) in 2016/17.")
    age = next(table for table in tables(document.sections) if table.key == "age")
    assert [column.label for column in age.columns] == ["Q1", "Q2", "Q3", "Q4", "2017/18", "2016/17"]
    assert age.columns[-1].group == ""
    assert not age.columns[-1].published


def test_a_published_figure_is_preferred_to_our_own_of_an_earlier_year():
    printed = [
        Comparator("children_in_care", "number", "2016/17", "200", "Last year's report", numerator=200)
    ]

    said = sentences(build(ReportingYear(2018), a_year_later(), printed, {}, MARLDON))

    assert said["8.1"].startswith(
        "At 31 March 2018, 204 children and young people were in care, 4 more than a year before."
    )


def test_an_earlier_year_that_a_return_only_touches_is_not_shown():
    without_reviews = [
        replace(f, numerator=0, denominator=0, value=None)
        if (f.table, f.period) == ("participation", "2016/17 Q1")
        else f
        for f in a_year_later()
    ]

    document = build(ReportingYear(2018), without_reviews, [], {}, MARLDON)

    assert sentences(document)["8.1"].startswith(
        "At 31 March 2018, 204 children and young people were in care. That is"
    )
    assert {column.label for table in tables(document.sections) for column in table.columns} >= {"2017/18"}
    assert not [c for t in tables(document.sections) for c in t.columns if c.label == "2016/17"]


def test_the_authoritys_own_words_are_used():
    about = Authority(
        "Marldon", children_in_care="children we look after", child_in_care="child we look after"
    )

    said = sentences(build(YEAR, figures(), published(), {}, about))

    assert said["8.1"].startswith(
        "At 31 March 2017, there were 204 children we look after, 13 more than a year before."
    )


def test_no_sentence_of_the_report_names_a_cause():
    said = " ".join(sentences(build(YEAR, figures(), published(), {}, MARLDON)).values()).lower()
    said = said.replace("requiring improvement", "")  # a rating's name

    for word in ("because", "due to", "as a result", "caused", "thanks to", "reflects", "improve", "worse"):
        assert word not in said


def test_a_figure_that_was_not_counted_stops_the_report():
    without = [f for f in figures() if f.table != "uasc"]

    with pytest.raises(FigureMissing, match="The figure uasc, number, 2016/17"):
        build(YEAR, without, published(), {}, MARLDON)


def test_ratings_of_which_none_is_published_are_told_once():
    hidden = [
        HiddenFigure(f.table, f.group, f.period)
        if f.table == "care_plan_quality" and f.group != "answered" and f.numerator
        else f
        for f in figures()
    ]
    said = sentences(build(YEAR, hidden, [], {}, MARLDON))

    assert said["9.8"] == (
        "Officers rated the care plan for 435 of 554 reviews (78.5%). How often each rating was given cannot be "
        "published (c). For the other reviews nobody said."
    )

"""The pictures of the guide's page on reports; see ``pictures``."""

from __future__ import annotations

from tests.journeys.picture_taking import Picture, attaches, follows, goes, pastes, presses

#: a report of nobody, with a wrong sum, a paragraph number used twice and a table that is not there
_OF_ANOTHER = """<h1>Annual report</h1><p>1.1 Table 1 shows when reviews were held.</p>
<table><caption>Table 1: Reviews of children in care</caption>
<tr><th></th><th>Q1</th><th>Q2</th><th>Q3</th><th>Q4</th><th>2016/17</th></tr>
<tr><th>In time</th><td>61</td><td>58</td><td>66</td><td>70</td><td>255</td></tr>
<tr><th>Late</th><td>9</td><td>12</td><td>8</td><td>11</td><td>40</td></tr>
<tr><th>Total</th><td>70</td><td>70</td><td>74</td><td>80</td><td>295</td></tr></table>
<p>1.2 Most were in time, as Table 4 shows.</p><p>1.2 More were late in the second quarter.</p>"""
#: what a spreadsheet brings of others, to be looked at before it is entered
_OF_OTHERS = """table,group,period,publisher,printed,n,of,source
placement_moves,three_or_more,2014/15,region,11,,,"The region's yearly return, 2014/15"
placement_moves,three_or_more,2014/15,neighbours,9.6,38,396,"The neighbours' yearly return, 2014/15"
children_in_care,per_10000,2014/15,region,64,,,"The region's yearly return, 2014/15"
"""

REPORTS: tuple[Picture, ...] = (
    Picture(
        "reports-words",
        "manager",
        (goes("/reports/2016-17"), follows("Caseloads")),
        ("Insert a figure", "What the figures say", "Drop into the text", "To look at again"),
        height=1160,
    ),
    Picture(
        "reports-sections",
        "manager",
        (goes("/reports/2016-17/sections"),),
        ("Add a section", "Move down", "Leave it out"),
        height=820,
    ),
    Picture(
        "reports-edition",
        "manager",
        (goes("/reports/editions"), follows("Annual report .*edition 1")),
        ("Signed off", "For the public", "Compare with the records as they stand today"),
        height=860,
    ),
    Picture(
        "reports-moved",
        "manager",
        (
            goes("/reports/editions"),
            follows("Annual report .*edition 1"),
            follows("Compare with the records"),
        ),
        ("What moved since", "Before", "Now"),
    ),
    Picture(
        "reports-public",
        "manager",
        (goes("/figures/2016-17/participation?public=1"),),
        ("As the public may read them.", "Show every number"),
        height=1150,
    ),
    Picture(
        "reports-board-paper",
        "manager",
        (goes("/board-paper/2016-17"),),
        ("Preview the paper", "Choose headline figures"),
        height=900,
    ),
    Picture(
        "reports-recommendation",
        "manager",
        (goes("/recommendations/2016-17"), follows("Support the service")),
        ("Record what the board decided", "What became of it"),
        height=800,
    ),
    Picture(
        "reports-packs",
        "manager",
        (goes("/packs/manage"),),
        ("To be read and sent", "Who received it", "Made each quarter"),
        height=880,
    ),
    Picture(
        "reports-comparators",
        "analyst",
        (
            goes("/published-figures/several"),
            pastes("Or paste the lines", _OF_OTHERS),
            presses("Check the lines"),
        ),
        ("Nothing is entered yet.", "Enter these figures"),
    ),
    Picture(
        "reports-check",
        "analyst",
        (
            goes("/reports/check"),
            attaches("The report", "report.html", _OF_ANOTHER),
            presses("Check the report"),
        ),
        ("What the check found", "Should be: 81", "Download the findings (CSV)"),
        height=960,
    ),
)

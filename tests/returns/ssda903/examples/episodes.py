"""Episodes that are wrong by themselves, or beside the one before and after."""

from __future__ import annotations

from .example import Example

ENDED = {"DECOM": "10/05/2017", "DEC": "01/06/2017"}
ON = {**ENDED, "REC": "X1"}
MOVED = {"DECOM": "01/06/2017", "RNE": "P", "PLACE": "U6"}
AWAY = {"DECOM": "01/06/2017", "DEC": "08/06/2017", "RNE": "T", "PLACE": "T1"}
BACK = {"DECOM": "08/06/2017", "RNE": "P", "PLACE": "U4"}
LEFT = {**ENDED, "REC": "E4A"}

EXAMPLES = [
    Example(
        "dec_without_rec",
        {"Episodes": [ENDED]},
        [(2, "REC", "01/06/2017")],
        {"Episodes": [LEFT, {"CHILD": "C2"}]},
    ),
    Example(
        "rec_without_dec",
        {"Episodes": [{"REC": "X1"}]},
        [(2, "REC", "X1")],
        {"Episodes": [LEFT, {"CHILD": "C2"}]},
    ),
    Example(
        "dec_not_after_decom",
        {
            "Episodes": [
                {"DECOM": "10/05/2017", "DEC": "10/05/2017"},
                {"CHILD": "C2", "DECOM": "10/05/2017", "DEC": "09/05/2017"},
            ]
        },
        [(2, "DEC", "10/05/2017"), (3, "DEC", "09/05/2017")],
        {"Episodes": [{"DECOM": "10/05/2017", "DEC": "11/05/2017"}]},
    ),
    Example(
        "episodes_overlap",
        {"Episodes": [{"DECOM": "02/05/2017", "DEC": "30/05/2017"}, ON, {"DECOM": "31/05/2017"}]},
        [(3, "DECOM", "10/05/2017"), (4, "DECOM", "31/05/2017")],
        {"Episodes": [ON, MOVED, {"CHILD": "C2", "DECOM": "11/05/2017"}]},
    ),
    Example(
        "two_open_episodes",
        {"Episodes": [{"DECOM": "10/05/2017"}, {"DECOM": "01/06/2017"}]},
        [(3, "DEC", "nothing")],
        {"Episodes": [ON, MOVED, {"CHILD": "C2"}]},
    ),
    Example(
        "open_episode_not_last",
        {"Episodes": [{"DECOM": "01/05/2017"}, ON]},
        [(2, "DEC", "10/05/2017")],
        {"Episodes": [ON, MOVED]},
    ),
    Example(
        "gap_after_x1",
        {"Episodes": [ON, {**MOVED, "DECOM": "03/06/2017"}]},
        [(2, "DEC", "03/06/2017")],
        {"Episodes": [ON, MOVED]},
    ),
    Example(
        "x1_not_followed",
        {"Episodes": [ON, {"CHILD": "C2", "DECOM": "01/06/2017"}]},
        [(2, "DEC", "01/06/2017")],
        {"Episodes": [ON, MOVED]},
    ),
    Example(
        "new_period_without_start",
        {"Episodes": [LEFT, {"DECOM": "01/09/2017", "RNE": "P"}]},
        [(3, "RNE", "P")],
        {"Episodes": [LEFT, {"DECOM": "01/09/2017", "RNE": "S"}, {"CHILD": "C2", "RNE": "L"}]},
    ),
    Example(
        "start_without_leaving",
        {"Episodes": [ON, {**MOVED, "RNE": "S"}]},
        [(3, "RNE", "01/06/2017")],
        {"Episodes": [ON, MOVED]},
    ),
    Example(
        "started_again_same_day",
        {"Episodes": [LEFT, {"DECOM": "01/06/2017", "RNE": "S"}]},
        [(3, "DECOM", "01/06/2017")],
        {"Episodes": [LEFT, {"DECOM": "02/06/2017", "RNE": "S"}]},
    ),
    Example(
        "temporary_at_the_edge",
        {
            "Episodes": [
                {"PLACE": "T1"},
                {"CHILD": "C2", "RNE": "T", "PLACE": "T0", "DEC": "01/06/2017", "REC": "E8"},
            ]
        },
        [(2, "PLACE", "T1"), (3, "PLACE", "T0")],
        {"Episodes": [{**ON, "RNE": "T", "PLACE": "T1"}, {**MOVED, "PLACE": "U4"}]},
    ),
    Example(
        "episode_outside_year",
        {
            "Episodes": [
                {"DECOM": "10/05/2016", "DEC": "31/03/2017", "REC": "E4A"},
                {"DECOM": "10/05/2017", "DEC": "01/04/2018", "REC": "E4A"},
                {"CHILD": "C2", "DECOM": "01/04/2018"},
            ]
        },
        [(2, "DEC", "31/03/2017"), (3, "DEC", "01/04/2018"), (4, "DECOM", "01/04/2018")],
        {
            "Episodes": [
                {"DECOM": "10/05/2016", "DEC": "01/04/2017", "REC": "E4A"},
                {"CHILD": "C2", "DECOM": "31/03/2018"},
            ]
        },
    ),
    Example(
        "born_after_start",
        {"Header": [{"DOB": "11/05/2017"}]},
        [(2, "DECOM", "10/05/2017")],
        {"Header": [{"DOB": "10/05/2017"}]},
    ),
    Example(
        "code_past_its_day",
        {"Episodes": [{"PLACE": "P2", "DECOM": "28/10/2023"}]},
        [(2, "PLACE", "P2")],
        {"Episodes": [{"PLACE": "P2", "DECOM": "27/10/2023"}]},
        wrong_year="2023/24",
        right_year="2023/24",
    ),
    Example(
        "move_reason_not_wanted",
        {
            "Episodes": [
                {"REASON_PLACE_CHANGE": "CARPL"},
                {**LEFT, "CHILD": "C2", "REASON_PLACE_CHANGE": "CHILD"},
                {**ON, "CHILD": "C3", "REASON_PLACE_CHANGE": "ALLEG"},
                {**MOVED, "CHILD": "C3", "RNE": "L"},
                {**ON, "CHILD": "C4", "REASON_PLACE_CHANGE": "STAND"},
                {**MOVED, "CHILD": "C4", "PLACE": "T2"},
            ]
        },
        [
            (2, "REASON_PLACE_CHANGE", "CARPL"),
            (3, "REASON_PLACE_CHANGE", "CHILD"),
            (4, "REASON_PLACE_CHANGE", "ALLEG"),
            (6, "REASON_PLACE_CHANGE", "STAND"),
        ],
        {"Episodes": [{**ON, "REASON_PLACE_CHANGE": "CARPL"}, MOVED]},
    ),
    Example(
        "move_reason_missing",
        {"Episodes": [ON, MOVED]},
        [(2, "REASON_PLACE_CHANGE", "01/06/2017")],
        {
            "Episodes": [
                {**ON, "REASON_PLACE_CHANGE": "CARPL"},
                MOVED,
                {**ON, "CHILD": "C2"},
                {**MOVED, "CHILD": "C2", "RNE": "L"},
                {**ON, "CHILD": "C3"},
                {**MOVED, "CHILD": "C3", "PLACE": "T1"},
            ]
        },
    ),
    Example(
        "temporary_without_return",
        {"Episodes": [ON, {**AWAY, "REC": "X1"}, {**BACK, "PLACE": "K2"}]},
        [(3, "PLACE", "K2")],
        {"Episodes": [ON, {**AWAY, "REC": "X1"}, BACK]},
    ),
]

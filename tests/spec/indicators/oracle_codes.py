"""The groups of the distributions and the code lists of a year, as the definitions list them."""

from __future__ import annotations

ETHNIC = (
    *("WBRI", "WIRI", "WIRT", "WROM", "WOTH", "MWBC", "MWBA", "MWAS", "MOTH", "AIND"),
    *("APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"),
)
SEX = {"male": ("1", "M"), "female": ("2", "F")}
LEGAL_STATUS = {
    "interim_care_order": ("C1",),
    "care_order": ("C2",),
    "placement_order": ("D1", "E1"),
    "section_20": ("V2",),
    "youth_justice": ("J1", "J2", "J3"),
    "protection": ("L1", "L2", "L3"),
}
PLACEMENT_TYPE = {
    "foster_kin": ("U1", "U2", "U3"),
    "foster": ("U4", "U5", "U6"),
    "adoption": ("A3", "A4", "A5", "A6"),
    "residential": ("K1", "K2", "R1", "R2", "R3", "R5", "S1"),
    "home": ("P1",),
    "independent": ("H5", "P2", "K3", "P3"),
    "temporary": ("T0", "T1", "T2", "T3", "T4"),
    "other": (),  # whatever begins with Z
}
UNPLANNED = ("ALLEG", "STAND", "CREQB", "CREQO", "CHILD", "LAREQ", "CLOSE", "APPRR", "CUSTOD")
LETTERS = tuple("BCDEGHKRSTUVWXYZ")  # of OC3's ACCOM


def reasons_ceased(year_ending: int) -> tuple[str, ...]:
    guardians = ("E43", "E44") if year_ending <= 2018 else ("E45", "E46", "E47", "E48")
    return (
        *("E11", "E12", "E13", "E14", "E15", "E16", "E17", "E2", "E3", "E41"),
        *guardians,
        *("E4A", "E4B", "E5", "E6", "E7", "E8", "E9"),
    )


def reasons_moved() -> tuple[str, ...]:
    """Every reason there is, whatever the year."""
    return (
        *("CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE"),
        *("CUSTOD", "OTHER"),
    )

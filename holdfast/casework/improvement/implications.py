"""The heads under which a board paper says what follows from it. The list is data: a head more is a line more."""

from __future__ import annotations

#: key as it is kept -> words as they are printed, in the order of print
HEADS: dict[str, str] = {
    "financial": "Financial",
    "human_resources": "Human resources",
    "equalities": "Equalities",
    "legal": "Legal",
    "crime_and_disorder": "Crime and disorder",
    "information_technology": "Information technology",
    "property": "Property",
    "risk_management": "Risk management",
}

NONE, SOME = "none", "some"

"""The words the invented council's young people asked for."""

from __future__ import annotations

from holdfast.casework.publishing.wording import enter_term

#: preferred, instead of which, and why
_TERMS = (
    (
        "children and young people in care (CYPIC)",
        ("looked after child", "looked after young person", "LAC", "CLA"),
        "The Children in Care Council asked for it.",
    ),
    ("child or young person", ("case", "service user", "client"), "Nobody is a case."),
    ("brothers and sisters", ("sibling",), "It is what children say."),
)


def enter() -> None:
    """Enter them, as the manager did before the report was written."""
    for preferred, instead_of, why in _TERMS:
        enter_term(preferred=preferred, instead_of=instead_of, why=why, by=None)

"""The annual report in its three inks, made once for all tests that look at them."""

from __future__ import annotations

import pytest

from holdfast.reports.ink import docx, html, pdf
from tests.reports.documents import annual_draft


@pytest.fixture(scope="session")
def page() -> str:
    return html.render(annual_draft())


@pytest.fixture(scope="session")
def word() -> bytes:
    return docx.render(annual_draft())


@pytest.fixture(scope="session")
def paper() -> bytes:
    return pdf.render(annual_draft())

"""The annual report of an Independent Reviewing Service for one year."""

from holdfast.reports.annual.authority import Authority
from holdfast.reports.annual.build import build

__all__ = ["Authority", "build"]

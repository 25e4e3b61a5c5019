"""Worked cases, one file per track. Each day in them was counted with a calendar, not with the product."""

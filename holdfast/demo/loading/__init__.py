"""Bringing the demo authority into the records, room by room.

What is few goes through the actions of the apps, one by one. What is many, plans, allocations, answers and records, is
written in bulk with what the actions would have checked made sure of by the plan, and the diary told once.
"""

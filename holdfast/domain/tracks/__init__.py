"""When each kind of plan is reviewed: one file per track, and `outlook` which puts what they say together.

A track reads a child's ``Life`` and the ``Book`` of limits and says what is due on a day. It knows no clock and no
database.
"""

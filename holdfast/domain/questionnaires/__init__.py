"""Questionnaires as declarations: sections, questions, kinds of answer, conditions. Plain data, no framework."""

"""The names a questionnaire may use beside its own: facts about the child and the review, and what is known already.

The facts are found by ``casework.monitors.facts``, what is known by ``casework.monitors.known``; tests there hold both
lists to these.
"""

from __future__ import annotations

from typing import Final

#: what a condition may ask about; each as of the day of the review, None where it is not recorded
FACTS: Final[dict[str, str]] = {
    "review_kind": "kind of review: care, short_break, conference_(initial, review, transfer), need",
    "review_number": "which review of its kind it is: in this period of care, or of this plan (1 for the first)",
    "with_meeting": "whether the review was held at a meeting: yes or no",
    "age": "the child’s age in completed years",
    "days_in_care": "days since this period of care began",
    "legal_status": "legal status as the SSDA903 codes it (C1, C2, V2, …)",
    "placement_type": "placement as the SSDA903 codes it (U6, K2, P1, …)",
    "adoption": "none, planned (there is authority to place the child) or placed",
    "long_term": "whether the child lives with carers matched for the long term: yes or no",
    "siblings": "whether brothers or sisters of the child are on record here: yes or no",
    "on_child_protection_plan": "whether a child protection plan is in force: yes or no",
    "months_on_plan": "whole months since the child protection plan was made",
    "plan_before": "whether an earlier child protection plan ended less than two years before this one: yes or no",
    "unborn": "whether the conference is about a child not yet born: yes or no",
}

#: what `Question.known` may name: the service holds it, and shows it with its day and where it stands
KNOWN: Final[dict[str, str]] = {
    "due_on": "the last day it could be held in time",
    "planned_on": "the day it was planned for",
    "held_on": "the day of its first meeting",
    "completed_on": "the day of its final meeting",
    "in_time": "whether it was held and completed in time: yes or no",
    "late_reason": "why it was late",
    "meetings": "how many meetings it took",
    "review_kind": "which kind of review it was",
    "adoption": "how far adoption has come: none, planned or placed",
    "mode": "how it was held",
    "venue": "where it was held",
    "chaired_by_child": "whether the child chaired it: no, part or whole",
    "combined_with": "what else it counted as",
    "social_worker_came": "whether the social worker came",
    "mother_came": "whether the mother came",
    "father_came": "whether the father came",
    "carer_came": "whether the carers came",
    "professionals_came": "who else came, by what they are to the child",
    "seen_before": "whether the officer saw the child before",
    "seen_on": "when the officer saw the child",
    "seen_how": "where or how the officer saw the child",
    "seen_alone": "whether the officer saw the child alone: yes or no",
    "seen_why_not": "why the officer did not see the child before",
    "participation": "how the child took part, as the SSDA903 codes it",
    "contribution": "what the child said, from the record of the review",
    "child_paper_back": "whether the child’s consultation paper came back",
    "parents_paper_back": "whether the parents’ consultation papers came back",
    "carer_paper_back": "whether the carers’ consultation paper came back",
    "parents_views": "what the parents said beforehand",
    "carers_views": "what the carers said beforehand",
    "report_shared_on": "the day the report was shared with the child and parents",
    "report_in_time": "whether the social worker’s report was there in time: yes or no",
    "papers_there": "which of the papers for the review were there",
    "legal_status": "the legal status, in words",
    "placement": "the placement, in words",
    "placements": "how many placements there were in the twelve months before",
    "days_in_care": "days since this period of care began",
    "eligible": "whether a young person of 16 or 17 is an eligible child: yes or no",
    "decisions_before": "how many decisions of earlier reviews were looked at",
    "decisions_done": "what came of the decisions from last time, in words",
    "decisions_not_done": "how many of them are not done",
    "decisions_made": "how many decisions this review made",
    "midway_on": "the day of the midway check",
    "next_review_by": "the last day of the next review",
    "record_sent": "who received the record of the review, and when",
    "manager_answer": "what the social worker’s manager said to the decisions",
    "legal_advice": "whether legal advice was asked for on a concern: yes or no",
    "cafcass": "whether a concern was referred to Cafcass: yes or no",
    "dispute_raised": "whether a concern was raised, informally or formally",
    "issue_types": "what the concerns are about, in words",
    "praise_given": "whether good practice was praised: yes or no",
    "conference_outcome": "what came of a conference: made, continues, ended or none",
    "quorate": "whether children’s social care and at least two other agencies came: yes or no",
    "category": "the category of the child protection plan, in words",
    "months_on_plan": "whole months since the child protection plan was made",
    "plan_before": "whether an earlier child protection plan ended less than two years before: yes or no",
    "core_groups": "how many core groups met since the last conference",
    "core_group_in_time": "whether the first core group met in time: yes or no",
    "in_care_too": "whether the child is in care as well: yes or no",
    "plan_made_on": "the day the plan of a child in need was made",
    "plan_in_time": "whether the plan of a child in need was made in time: yes or no",
}

#: of these the service may hold nothing, so that the officer is asked
ASKED_WHERE_NOT_HELD: Final = frozenset(
    {
        *("seen_before", "seen_on", "seen_how", "seen_alone", "seen_why_not"),
        *("social_worker_came", "mother_came", "father_came", "carer_came"),
        *("child_paper_back", "parents_paper_back", "carer_paper_back"),
        *("report_shared_on", "report_in_time"),
        *("conference_outcome", "quorate", "eligible"),
        *("category", "core_groups", "core_group_in_time", "plan_made_on", "plan_in_time"),
    }
)

#: never typed in a monitor: each has its own page; where nothing is known of it, nothing is asked
DERIVED: Final = frozenset(KNOWN) - ASKED_WHERE_NOT_HELD

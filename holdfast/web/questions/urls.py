from django.urls import path

from holdfast.web.questions import draft, editing_questions, views

urlpatterns = [
    path("questions", views.questions, name="questions"),
    path("questions/<str:kind>", views.one, name="questions_one"),
    path("questions/<str:kind>/versions/<int:number>", views.version, name="questions_version"),
    path("questions/<str:kind>/compare", views.comparison, name="questions_compare"),
    path("questions/<str:kind>/begin", views.begin, name="questions_begin"),
    path("questions/<str:kind>/draft", draft.draft, name="questions_draft"),
    path("questions/<str:kind>/draft/preview", draft.preview, name="questions_preview"),
    path("questions/<str:kind>/draft/move", draft.move, name="questions_move"),
    path("questions/<str:kind>/draft/undo", draft.undo, name="questions_undo"),
    path("questions/<str:kind>/draft/drop", draft.drop, name="questions_drop"),
    path("questions/<str:kind>/draft/publish", draft.publish, name="questions_publish"),
    path("questions/<str:kind>/draft/sections", editing_questions.section_add, name="questions_section_add"),
    path(
        "questions/<str:kind>/draft/sections/<str:key>", editing_questions.section, name="questions_section"
    ),
    path(
        "questions/<str:kind>/draft/sections/<str:key>/end",
        editing_questions.section_end,
        name="questions_section_end",
    ),
    path(
        "questions/<str:kind>/draft/sections/<str:section>/add", editing_questions.add, name="questions_add"
    ),
    path(
        "questions/<str:kind>/draft/questions/<str:key>",
        editing_questions.question,
        name="questions_question",
    ),
    path(
        "questions/<str:kind>/draft/questions/<str:key>/when", editing_questions.when, name="questions_when"
    ),
    path("questions/<str:kind>/draft/questions/<str:key>/end", editing_questions.end, name="questions_end"),
]

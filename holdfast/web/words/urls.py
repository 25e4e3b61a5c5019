from django.urls import path

from holdfast.web.words import figures, terms, views

urlpatterns = [
    path("reports/<reporting_year:year>/words/<slug:slot>", views.words, name="report_words"),
    path("reports/<reporting_year:year>/words/<slug:slot>/figures", figures.figures, name="report_figures"),
    path("rules/words", terms.terms, name="rules_terms"),
    path("rules/words/add", terms.term_add, name="rules_term_add"),
    path("rules/words/<int:term_id>/change", terms.term_correct, name="rules_term_correct"),
    path("rules/words/<int:term_id>/remove", terms.term_remove, name="rules_term_remove"),
]

from django.urls import path

from holdfast.web.rules import categories, ladder, limits, publishing, team

urlpatterns = [
    path("rules", limits.rules, name="rules"),
    path("rules/limits/<str:rule_id>", limits.limit, name="rules_limit"),
    path("rules/limits/<str:rule_id>/set", limits.limit_set, name="rules_limit_set"),
    path("rules/own/<int:limit_id>/end", limits.limit_end, name="rules_limit_end"),
    path("rules/own/<int:limit_id>/take-back", limits.limit_take_back, name="rules_limit_take_back"),
    path("rules/publishing", publishing.publishing, name="rules_publishing"),
    path("rules/remit", limits.remit_set, name="rules_remit"),
    path("rules/remit/<int:remit_id>/end", limits.remit_end, name="rules_remit_end"),
    path("rules/people", team.people, name="rules_people"),
    path("rules/people/<uuid:worker_id>", team.person, name="rules_person"),
    path("rules/people/<uuid:worker_id>/correct", team.person_correct, name="rules_person_correct"),
    path("rules/people/<uuid:worker_id>/post", team.post_add, name="rules_post"),
    path("rules/people/<uuid:worker_id>/independence", team.interest_add, name="rules_interest"),
    path("rules/posts/<int:post_id>/end", team.post_end, name="rules_post_end"),
    path("rules/independence/<int:interest_id>/end", team.interest_end, name="rules_interest_end"),
    path("rules/categories", categories.categories, name="rules_categories"),
    path("rules/categories/add", categories.category_add, name="rules_category_add"),
    path("rules/categories/<str:code>", categories.category, name="rules_category"),
    path("rules/categories/<str:code>/name", categories.category_rename, name="rules_category_rename"),
    path("rules/categories/<str:code>/end", categories.category_end, name="rules_category_end"),
    path("rules/categories/<str:code>/goes-on", categories.category_goes_on, name="rules_category_goes_on"),
    path(
        "rules/own-categories/<int:entry_id>/take-back",
        categories.category_take_back,
        name="rules_category_take_back",
    ),
    path("rules/ladder", ladder.ladder, name="rules_ladder"),
    path("rules/ladder/set", ladder.ladder_set, name="rules_ladder_set"),
    path("rules/ladder/<uuid:ladder_id>/take-back", ladder.ladder_take_back, name="rules_ladder_take_back"),
    path("rules/answerers", ladder.answerers, name="rules_answerers"),
    path("rules/answerers/add", ladder.answerer_add, name="rules_answerer_add"),
    path("rules/answerers/<int:answerer_id>/end", ladder.answerer_end, name="rules_answerer_end"),
    path(
        "rules/answerers/<int:answerer_id>/take-back",
        ladder.answerer_take_back,
        name="rules_answerer_take_back",
    ),
]

from django.urls import path

from holdfast.web.workplan import aims, asked, steps, themes, year

urlpatterns = [
    path("plan", year.latest, name="workplan"),
    path("plan/<reporting_year:year>", year.plan, name="workplan_year"),
    path("plan/<reporting_year:year>/aim", aims.add, name="workplan_aim_add"),
    path("plan/aim/<uuid:aim_id>", aims.aim, name="workplan_aim"),
    path("plan/aim/<uuid:aim_id>/change", aims.change, name="workplan_aim_change"),
    path("plan/aim/<uuid:aim_id>/do", aims.do, name="workplan_aim_do"),
    path("plan/aim/<uuid:aim_id>/action", steps.add, name="workplan_action_add"),
    path("plan/action/<uuid:action_id>", steps.action, name="workplan_action"),
    path("plan/action/<uuid:action_id>/change", steps.change, name="workplan_action_change"),
    path("plan/action/<uuid:action_id>/do", steps.do, name="workplan_action_do"),
    path("plan/themes", themes.listed, name="workplan_themes"),
    path("plan/themes/add", themes.add, name="workplan_theme_add"),
    path("plan/theme/<uuid:theme_id>", themes.change, name="workplan_theme_change"),
    path("recommendations", asked.latest, name="recommendations"),
    path("recommendations/<reporting_year:year>", asked.of_year, name="recommendations_year"),
    path("recommendations/<reporting_year:year>/add", asked.add, name="recommendation_add"),
    path("recommendation/<uuid:asked_id>", asked.one, name="recommendation"),
    path("recommendation/<uuid:asked_id>/change", asked.change, name="recommendation_change"),
    path("recommendation/<uuid:asked_id>/do", asked.do, name="recommendation_do"),
    path("recommendation/<uuid:asked_id>/decision", asked.decide, name="recommendation_decide"),
    path("recommendation/<uuid:asked_id>/since", asked.follow_up, name="recommendation_follow_up"),
]

from django.urls import path

from holdfast.web.published import many, population, populations, templates_to_fill, views

urlpatterns = [
    path("population", population.years, name="population"),
    path("population/several", populations.several, name="population_several"),
    path("population/to-fill-in.csv", populations.template, name="population_template"),
    path("population/add", population.add, name="population_add"),
    path("population/<reporting_year:year>/change", population.change, name="population_change"),
    path("population/<reporting_year:year>/remove", population.remove, name="population_remove"),
    path("published-figures", views.overview, name="published"),
    path("published-figures.csv", views.download, name="published_download"),
    path("published-figures/several", many.several, name="published_several"),
    path("published-figures/to-fill-in", templates_to_fill.choose, name="published_template"),
    path("published-figures/example.csv", many.example, name="published_example"),
    path("published-figures/tables-and-groups.csv", many.groups, name="published_groups"),
    path("published-figures/of/<slug:table>", views.table, name="published_table"),
    path("published-figures/of/<slug:table>/add", views.add, name="published_add"),
    path("published-figures/<int:figure_id>/change", views.change, name="published_change"),
    path("published-figures/<int:figure_id>/remove", views.remove, name="published_remove"),
]

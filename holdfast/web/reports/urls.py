from django.urls import path

from holdfast.web.reports import downloads, tables, views

urlpatterns = [
    path("reports/annual", views.latest, name="report_latest"),
    path("reports/report.css", downloads.stylesheet, name="report_stylesheet"),
    path("reports/<reporting_year:year>", views.report, name="report"),
    path("reports/<reporting_year:year>/preview", views.preview, name="report_preview"),
    path("reports/<reporting_year:year>/<slug:finish>.html", downloads.as_html, name="report_html"),
    path("reports/<reporting_year:year>/<slug:finish>.docx", downloads.as_word, name="report_word"),
    path("reports/<reporting_year:year>/<slug:finish>.pdf", downloads.as_pdf, name="report_pdf"),
    path("reports/<reporting_year:year>/tables", tables.tables, name="report_tables"),
    path(
        "reports/<reporting_year:year>/tables/<slug:key>/<slug:audience>.<slug:ink>",
        tables.one,
        name="report_table",
    ),
    path(
        "reports/<reporting_year:year>/<slug:finish>/<slug:audience>.<slug:ink>",
        downloads.as_file,
        name="report_file",
    ),
]

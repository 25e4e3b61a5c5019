from django.urls import path

from holdfast.web.board_paper import headlines, parts, reading, views

urlpatterns = [
    path("board-paper", views.latest, name="board_paper"),
    path("board-paper/<reporting_year:year>", views.paper, name="board_paper_year"),
    path("board-paper/<reporting_year:year>/headlines", headlines.headlines, name="board_paper_headlines"),
    path("board-paper/<reporting_year:year>/priorities", parts.priorities, name="board_paper_priorities"),
    path("board-paper/<reporting_year:year>/links", parts.links, name="board_paper_links"),
    path(
        "board-paper/<reporting_year:year>/implications", parts.implications, name="board_paper_implications"
    ),
    path("board-paper/<reporting_year:year>/preview", reading.preview, name="board_paper_preview"),
    path(
        "board-paper/<reporting_year:year>/<slug:finish>/<slug:audience>.<slug:ink>",
        reading.file,
        name="board_paper_file",
    ),
]

"""Small reports in every kind of file, for the tests of the check."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Sequence

import docx
import openpyxl

Grid = Sequence[Sequence[str]]


def as_text(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    lines = [*words, caption, "", *("\t".join(row) for row in grid)]
    return "\n".join(lines).encode()


def as_csv(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([*([one] for one in words), [caption], *grid])
    return out.getvalue().encode()


def as_html(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    head, *body = grid
    rows = "".join(
        f"<tr><th>{html.escape(row[0])}</th>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row[1:])}</tr>"
        for row in body
    )
    heads = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
    said = "".join(f"<p>{html.escape(one)}</p>" for one in words)
    table = f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<!doctype html><html><body>{said}{table}</body></html>".encode()


def as_word(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    document = docx.Document()
    for one in [*words, caption]:
        document.add_paragraph(one)
    table = document.add_table(rows=0, cols=len(grid[0]))
    for row in grid:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_excel(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    for row in [*([one] for one in words), [caption], *grid]:
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_json(caption: str, grid: Grid, words: Sequence[str] = ()) -> bytes:
    table = {"table": caption, "columns": list(grid[0]), "rows": [list(row) for row in grid[1:]]}
    said = [dict(zip(("paragraph", "text"), one.split(" ", 1), strict=True)) for one in words]
    return json.dumps({"content": [*said, table]}).encode()


MAKERS = {
    "a.txt": as_text,
    "a.csv": as_csv,
    "a.html": as_html,
    "a.docx": as_word,
    "a.xlsx": as_excel,
    "a.json": as_json,
}

"""``holdfast bench``: how long reading and counting take, and how much memory."""

import click


@click.command()
@click.option("--children", default=10_000, show_default=True, type=click.IntRange(min=1))
@click.option("--authorities", default=150, show_default=True, type=click.IntRange(min=1))
@click.option("--quick", is_flag=True, help="Small sizes, to see that it works.")
@click.option("--json", "as_json", is_flag=True, help="Print the measurements as JSON.")
def bench(children: int, authorities: int, quick: bool, as_json: bool) -> None:
    """Generate returns, measure reading and all figures, and the ratio to a bare scan of the same files."""
    from holdfast.bench import run

    run.main(children, authorities, quick, as_json)

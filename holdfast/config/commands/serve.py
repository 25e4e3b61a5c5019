"""``holdfast serve``: the service on this machine, with the demo authority in a new embedded database."""

import click


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--demo/--no-demo", default=True, help="Load the demo authority into a new, empty database.")
def serve(port: int, demo: bool) -> None:
    """Prepare what is missing, then serve on this machine until Ctrl-C."""
    from holdfast.config.serve import CannotServe
    from holdfast.config.serve import serve as start

    try:
        start(port=port, demo=demo)
    except CannotServe as error:
        raise click.ClickException(str(error)) from error

"""The ``holdfast`` command and the commands under it, such as ``figures``, ``import`` and ``serve``."""

from __future__ import annotations

import importlib

import click

from holdfast.config.data_folder import keep_files_to_ourselves

#: command -> where it lives (module and name); loaded when it is asked for
_COMMANDS = {
    "figures": "figures:figures",
    "import": "import_return:import_",
    "comparators": "comparators:comparators",
    "report": "report:report",
    "check-report": "check_report:check_report",
    "editions": "editions:editions",
    "demo": "demo:demo",
    "bench": "bench:bench",
    "serve": "serve:serve",
    "user": "user:user",
    "mail": "mail:mail",
    "packs": "packs:packs",
    "catalogue": "catalogue:catalogue",
    "manage": "manage:manage",
}


class _Lazy(click.Group):
    """A group that loads a command only when it is used, so that ``figures`` never loads Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module, attribute = _COMMANDS[name].split(":")
        return getattr(importlib.import_module(f"holdfast.config.commands.{module}"), attribute)


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="holdfast")
def main() -> None:
    """The work of an Independent Reviewing Service: due dates, reviews, figures, reports."""
    keep_files_to_ourselves()

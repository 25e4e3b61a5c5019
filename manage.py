#!/usr/bin/env python
"""Django's own commands (migrate, shell, makemigrations) for those who build Holdfast."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

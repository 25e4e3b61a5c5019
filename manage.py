#!/usr/bin/env python
"""Django's own commands (migrate, shell, makemigrations) for those who build Holdfast."""

import os
import sys

from holdfast.config.data_folder import keep_files_to_ourselves


def main() -> None:
    keep_files_to_ourselves()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

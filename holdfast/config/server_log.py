"""What the web server itself writes: like every other line, without a value in it."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger

from holdfast.config.log_lines import WithoutValues


class ServerLog(Logger):
    """gunicorn's own log. It prints a whole exception where an answer breaks off half way."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(WithoutValues())

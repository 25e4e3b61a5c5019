"""What the tests need beside Python, and how it comes from Debian's packages where this machine allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from glob import glob
from pathlib import Path


@dataclass(frozen=True)
class Tool:
    """A program some tests need: their marker, its name for people, and its Debian packages."""

    marker: str
    name: str
    packages: tuple[str, ...]

    def is_there(self) -> bool:
        return all(_IS_THERE[package]() for package in self.packages)


def has_java() -> bool:
    return shutil.which("java") is not None


def has_jaxb() -> bool:
    # jaxb-api.jar alone comes with other packages and is not enough
    return Path("/usr/share/java/jaxb-runtime.jar").exists()


def has_chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def has_fonts() -> bool:
    return any(Path(folder).is_dir() for folder in ("/usr/share/fonts/truetype", "/usr/share/fonts/TTF"))


def has_postgresql() -> bool:
    return bool(glob("/usr/lib/postgresql/*/bin/initdb")) or shutil.which("initdb") is not None


def has_libreoffice() -> bool:
    return shutil.which("soffice") is not None


_IS_THERE = {
    "chromium": has_chromium,
    "fonts-liberation": has_fonts,
    "postgresql": has_postgresql,
    "default-jre-headless": has_java,
    "libjaxb-java": has_jaxb,
    "libreoffice-writer-nogui": has_libreoffice,
}

#: In the order in which their tests run.
TOOLS = (
    Tool("postgres", "PostgreSQL", ("postgresql",)),
    Tool("spark", "Java", ("default-jre-headless",)),
    Tool("browser", "Chromium", ("chromium", "fonts-liberation")),
    Tool("pdf", "Java and JAXB", ("default-jre-headless", "libjaxb-java")),
    Tool("office", "LibreOffice", ("libreoffice-writer-nogui",)),
)


def install_missing() -> None:
    """Install what is not there from Debian's packages, as root or by a sudo that asks nothing.

    Where that is not possible nothing is done: the tests concerned are then counted as not run.
    """
    missing = sorted({package for tool in TOOLS if not tool.is_there() for package in tool.packages})
    before = _become_root()
    if not missing or before is None or not shutil.which("apt-get"):
        return
    print(f"Installing from Debian's packages: {' '.join(missing)}", flush=True)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    quiet = {"stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    subprocess.run([*apt, "update"], check=False, **quiet)
    subprocess.run([*apt, "install", "--no-install-recommends", *missing], check=False, **quiet)


def how_to_install(tool: Tool) -> str:
    """The one line to type."""
    return f"sudo apt install {' '.join(tool.packages)}"


def _become_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode:
        return ["sudo", "-n"]
    return None

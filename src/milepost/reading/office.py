"""Files of older office programs, brought to .docx by LibreOffice where it is installed.

In: the bytes of a .doc, .wps, .rtf or .odt. Out: the bytes of a .docx, which `formats` reads like any other.
An archive is checked before LibreOffice sees it, which runs in a group of its own, in a folder and with a
profile that are gone afterwards, with limits of memory, time and output, without macros and without fetching
what a document links to. `Unreadable` says what
to install, or that the file can't be converted. This room starts a process; what the formats are stands in
`formats.office`.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from milepost.reading.formats.archive import Archive
from milepost.reading.formats.office import ZIP, is_old, old_ending, without_office
from milepost.reading.source import Unreadable

PROGRAMS = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)
WALL_SECONDS = 30
CPU_SECONDS = 60
"""Two threads may be busy at once; the wall clock ends what waits."""

MEMORY = 3_000_000_000
"""LibreOffice reserves a gigabyte and more of addresses before it opens anything."""

LARGEST_OUTPUT = 200_000_000
FILTER = "docx:MS Word 2007 XML"
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enabled", "false"),
)
"""What the profile sets: no macros, no scripts, nothing fetched, links never updated."""

ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "{}</oor:items>"
)


WITHOUT_NETWORK = 'if unshare -rn true 2>/dev/null; then exec unshare -rn "$@"; else exec "$@"; fi'


def office_program() -> str | None:
    """Where LibreOffice is installed; None where it is not."""
    found = (shutil.which(name) for name in (*PROGRAMS, *PLACES))
    return next((path for path in found if path), None)


def prepared(data: bytes, name: str) -> bytes:
    """What is to be read of a file: itself, or the .docx that LibreOffice makes of an old one."""
    return converted(data, name) if is_old(data, name) else data


def converted(data: bytes, name: str) -> bytes:
    """An old file as .docx; Unreadable when LibreOffice is missing or can't convert it."""
    program = office_program()
    if program is None:
        raise Unreadable(without_office(data, name))
    if data.startswith(ZIP):
        Archive(data, name).check_whole()
    with tempfile.TemporaryDirectory(prefix="milepost-office-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / f"document{old_ending(data, name)}"
        source.write_bytes(data)
        write_profile(folder / "profile")
        run(command(program, folder, source), folder, name)
        return output(folder / "out" / "document.docx", name)


def write_profile(folder: Path) -> None:
    """Write a profile that runs and fetches nothing."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(ITEM.format(*setting) for setting in SETTINGS)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(items), "utf-8")


def command(program: str, folder: Path, source: Path) -> list[str]:
    """The call that converts a file; where there is a shell it sets the limits of memory and CPU time, and
    gives LibreOffice an empty network of its own where the kernel allows it."""
    call = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard"),
        *("--convert-to", FILTER, "--outdir", str(folder / "out"), str(source)),
    ]
    if sys.platform == "win32":
        return call
    blocks = LARGEST_OUTPUT // 512
    limits = f"ulimit -v {MEMORY // 1024}; ulimit -t {CPU_SECONDS}; ulimit -f {blocks}; ulimit -c 0"
    return ["/bin/sh", "-c", f"{limits}; {WITHOUT_NETWORK}", "sh", *call]


def run(call: Sequence[str], folder: Path, name: str) -> None:
    """Run LibreOffice to its end, or end it with all that it started when its time is over."""
    surroundings = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    process = subprocess.Popen(
        call,
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(WALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"{name} was not read, as LibreOffice was not done with it in {WALL_SECONDS} seconds. "
            "Save it there as .docx."
        ) from None
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def output(made: Path, name: str) -> bytes:
    """The file that LibreOffice made; Unreadable when it made none."""
    if not made.is_file() or made.stat().st_size > LARGEST_OUTPUT:
        raise Unreadable(
            f"{name} can't be converted: LibreOffice does not open it, as it is damaged or protected by a "
            "password. Open it in the program it came from and save it as .docx."
        )
    return made.read_bytes()

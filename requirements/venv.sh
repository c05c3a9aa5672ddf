#!/bin/sh
# Makes the virtual environment: venv.sh PYTHON FOLDER prod|dev. A missing piece gives one line saying what to install.
set -eu
python=$1 folder=$2 set=$3
command -v "$python" >/dev/null || { echo "Milepost needs Python 3.11 or newer: install it (Debian: apt-get install python3 python3-venv), or say make PYTHON=/path/to/python3." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Milepost needs Python 3.11 or newer and $python is $("$python" -V 2>&1 | cut -d' ' -f2): install a newer one, or say make PYTHON=python3.12." >&2; exit 1; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian: apt-get install python3-venv)." >&2; exit 1; }
[ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
echo "Installing the $set lock into $folder …"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/build.txt -r "requirements/$set.txt" ||
  { echo "The packages could not be installed: is a package index reachable? The reason stands above." >&2; exit 1; }
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
touch "$folder/$set.ok"

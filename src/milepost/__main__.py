"""`python -m milepost`: the command, where its script is not on the path."""

from milepost.cli import main

main()

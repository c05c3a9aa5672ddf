"""Tests of the English rules."""

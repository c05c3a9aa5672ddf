"""Milepost carries adopted decisions through: documents in, a task book, a timetable and a road map out."""

__version__ = "0.1.0"

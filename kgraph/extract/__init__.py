"""Parsed documents to readings: statements, who says them, and how sure they are."""

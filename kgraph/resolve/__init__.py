"""Mentions to entities: who and what the words of a reading mean."""

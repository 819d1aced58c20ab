"""Language knowledge as data: one folder a language, one file a word class, one entry a line."""

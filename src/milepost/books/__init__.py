"""Floor 3: what each book says (content), how it is written (writers), and in which words (wording)."""

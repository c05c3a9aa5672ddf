"""Papers in three formats: PDF to hand out, Word to edit, HTML to read.

`layout` puts blocks together that belong together; `pdf`, `docx` and `html` set them. In: a `Paper`. Out:
bytes or text, the same for the same paper. What a paper says is decided in `books/content`, never here.
"""

"""Deadlines of both languages, once their words are recognised: what day a phrase comes to, or why none.

In: a `Phrase`, which a language's rows make of a document's words, and the days that words count from
(`Anchors`). Out: a date with its precision, or the reason that there is none. Order: `phrases` are the
records, `resolver` turns words and anchors into a day, `working_days` counts by the holidays of a region,
`doubts` says to a person what stayed open. Not here: any word of a language's documents.
"""

"""Words of the books in both languages: labels, dates, citations."""

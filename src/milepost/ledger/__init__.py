"""Floor 1: the records everything speaks in, their origins, ids and deadlines, and their codecs."""

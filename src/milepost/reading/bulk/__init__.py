"""Many files at once: found in folders, read side by side in the sandbox, named apart, counted.

In: paths of files and folders. Out: for each file its reading or why there is none; one bad file never stops
the others. Rooms: `walk` which files, `names` what their readings are called, `work` reading side by side,
`kinds` the kinds of fault that a summary counts. Not here: writing files, progress and the cluster (`cli`).
"""

from milepost.reading.bulk.names import output_names
from milepost.reading.bulk.work import Failed, read_many

__all__ = ["Failed", "output_names", "read_many"]

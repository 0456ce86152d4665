"""Files of marks → notebooks: our own JSON and W3C Web Annotations of any tool.

Nothing here writes: whoever calls merges what comes back.
"""

from secondhand.importing.parsing import Imported, read

__all__ = ["Imported", "read"]

"""A heartbeat in the window: ``python -m benchmarks.gui.heartbeat busy|nothing DATA SECONDS [--look]``.

Children of the program load this file as well; what is heavy waits until it is really meant.
"""

from __future__ import annotations

if __name__ == "__main__":
    from benchmarks.gui.beating import main

    main()

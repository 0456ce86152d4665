"""The rows that messages stand on."""

from __future__ import annotations

from textual.notifications import Notifications
from textual.widgets._toast import Toast, ToastHolder, ToastRack


def show_messages(rack: ToastRack, told: Notifications) -> None:
    """Show all that is ``told`` on ``rack``, the newest in view, and take away the rows of everything else.

    What is told again stands there once, where it is the newest.

    Textual's own takes the words of a message away that is cleared or late, and leaves its row for good.
    """
    newest = {(message.title, message.message): message for message in told}
    wanted = {ToastRack._toast_id(message): message for message in told if message in newest.values()}
    shown = {holder.id: holder for holder in rack.children}
    rack.display = bool(wanted)
    for row, holder in shown.items():
        if row not in wanted:
            holder.remove()
    new = [(row, message) for row, message in wanted.items() if row not in shown]
    rack.mount_all(ToastHolder(Toast(message), id=row) for row, message in new)
    rack.call_after_refresh(rack.scroll_end, animate=False, force=True)

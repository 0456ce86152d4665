"""Which feature does what a key of the reader is bound to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from secondhand.ui.screens.features.copying import Copying
from secondhand.ui.screens.features.correcting import Correcting
from secondhand.ui.screens.features.explaining import Explaining
from secondhand.ui.screens.features.filtering import Filtering
from secondhand.ui.screens.features.following import Following
from secondhand.ui.screens.features.host import Host
from secondhand.ui.screens.features.jumping import Jumping
from secondhand.ui.screens.features.looking_elsewhere import LookingElsewhere
from secondhand.ui.screens.features.marking import Marking
from secondhand.ui.screens.features.moving import Moving
from secondhand.ui.screens.features.noting import Noting
from secondhand.ui.screens.features.outlining import Outlining


class Featured(Host, Protocol):
    """A screen with the features that its keys are for."""

    moving: Moving
    jumping: Jumping
    filtering: Filtering
    following: Following
    copying: Copying
    correcting: Correcting
    marking: Marking
    noting: Noting
    reasons: Explaining

    def toggle_class(self, *names: str) -> Any:
        """Turn on what is off of the looks called ``names``, and off what is on."""


def list_actions(reader: Featured) -> Mapping[str, Callable[..., object]]:
    """Return what each action of ``reader`` does that a feature does by itself, by the action's name."""
    return {
        "next_paragraph": reader.moving.go_to_next_paragraph,
        "previous_paragraph": reader.moving.go_to_previous_paragraph,
        "first_paragraph": reader.moving.go_to_beginning,
        "last_paragraph": reader.moving.go_to_end,
        "half_page_down": partial(reader.moving.turn_half_page, 1),
        "half_page_up": partial(reader.moving.turn_half_page, -1),
        "jump_back": reader.jumping.go_back,
        "jump_forward": reader.jumping.go_forward,
        "outline": Outlining(reader, reader.moving, reader.filtering).show,
        "next_claim": partial(reader.filtering.step, 1),
        "previous_claim": partial(reader.filtering.step, -1),
        "unfold": reader.filtering.unfold,
        "filter": reader.filtering.choose_filter,
        "follow": reader.following.follow,
        "chain": reader.following.show_chain,
        "browse": reader.following.open_in_browser,
        "elsewhere": LookingElsewhere(reader).show,
        "sayings": LookingElsewhere(reader).show_sayings,
        "copy": reader.copying.copy,
        "export": reader.copying.export,
        "correct": reader.correcting.correct,
        "highlight": reader.marking.toggle_highlight,
        "colour": reader.marking.set_colour,
        "next_mark": reader.marking.step,
        "select": reader.marking.begin_selecting,
        "note": reader.noting.write_note,
        "edit_note": reader.noting.write_note_in_editor,
        "tags": reader.noting.write_tags,
        "marks": reader.noting.list_marks,
        "explain": reader.reasons.toggle,
        "zen": partial(reader.toggle_class, "-zen"),
    }

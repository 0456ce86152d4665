"""Every key of the reader, once: the footer, the help and the command palette are made from these."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from secondhand.notes.highlight import COLOURS, SIGNS
from secondhand.ui.keys.table import apart, keys, show_each

PARAGRAPHS = Binding.Group("paragraph", compact=True)
CLAIMS = Binding.Group("claim", compact=True)
PAGES = Binding.Group("page", compact=True)
PANES = Binding.Group("panel", compact=True)
MARKS = Binding.Group("mark", compact=True)
SELECTION = Binding.Group("select", compact=True)
READER = Binding.Group("reader", compact=True)
ARTICLES = Binding.Group("library", compact=True)

KEYS = [
    *keys(
        PARAGRAPHS,
        ("paragraph.next", "j,down,}", "next_paragraph", "Next paragraph",
         "Go to the next paragraph, or on in a long one"),
        ("paragraph.previous", "k,up,{", "previous_paragraph", "Previous paragraph",
         "Go to the paragraph before, or back in a long one"),
        ("paragraph.first", "g,home", "first_paragraph", "First paragraph", "Go to the beginning"),
        ("paragraph.last", "G,end", "last_paragraph", "Last paragraph", "Go to the end"),
        ("paragraph.back", "comma,ctrl+o", "jump_back", "Back from a jump",
         "Go back to where you were before you went far"),
        ("paragraph.forward", "full_stop", "jump_forward", "On again",
         "Go to where you went back from"),
    ),
    *keys(
        CLAIMS,
        ("claim.next", "n", "step(1)", "Next claim",
         "Go to the next claim, or hit while you look for something"),
        ("claim.previous", "N", "step(-1)", "Previous claim",
         "Go to the claim before, or hit while you look for something"),
        ("claim.following", "right_square_bracket", "next_claim", "Next claim, always",
         "Go to the next claim, also while you look for something"),
        ("claim.preceding", "left_square_bracket", "previous_claim", "Previous claim, always",
         "Go to the claim before, also while you look for something"),
        ("claim.filter", "f", "filter", "Filter",
         "Leave only unnamed sources, direct quotations, a speaker …"),
        ("claim.follow", "o", "follow", "Follow", "Open the article that the claim came from"),
        ("claim.chain", "enter", "chain", "Follow a link", "Show the chain, to choose a link to follow"),
        ("claim.back", "backspace", "back", "Back", "Go back to the article that led here"),
        ("claim.elsewhere", "w", "elsewhere", "Where else", "Show in which other articles the claim stands"),
        ("claim.sayings", "W", "sayings", "Who", "Show all that its speaker said, in every article"),
        ("claim.browse", "O", "browse", "Browser", "Open the claim's page in the browser, or this one"),
        ("claim.copy", "y", "copy", "Copy", "Copy the claim, or what is selected, with who says it"),
        ("claim.explain", "x", "explain", "Explain",
         "Explain how the claim and its speaker were found"),
        ("claim.unsure", "U", "unfold", "Unsure claims",
         "Show claims likelier wrong than right, or fold them"),
        ("claim.correct", "c", "correct", "Fix", "Set the claim right, or make one of what is selected"),
    ),
    *keys(
        MARKS,
        ("mark.highlight", "h", "highlight", "Highlight", "Highlight the current claim, or take that off"),
        ("mark.note", "m", "note", "Note", "Write a note beside the highlight"),
        ("mark.select", "v", "select", "Select words", "Select words, to highlight or note them"),
        ("mark.tags", "t", "tags", "Tags", "Tag the highlight"),
        ("mark.editor", "ctrl+e", "edit_note", "Note in your editor", "Write the note in $VISUAL or $EDITOR"),
        ("mark.list", "H", "marks", "Highlights", "List what you marked, and what is not found any more"),
        ("mark.next", "greater_than_sign", "next_mark(1)", "Next highlight", "Go to the next highlight"),
        ("mark.previous", "less_than_sign", "next_mark(-1)", "Previous highlight",
         "Go to the highlight before"),
        ("mark.undo", "u", "undo", "Undo", "Take back what you did last"),
        ("mark.redo", "ctrl+r", "redo", "Redo", "Do again what you took back"),
        *(
            (f"mark.{colour}", str(number), f"colour({colour!r})", f"{SIGNS[colour]} {colour}",
             f"{SIGNS[colour]} {colour.capitalize()} for this highlight, else for the next ones")
            for number, colour in enumerate(COLOURS, 1)
        ),
    ),
    *keys(
        PAGES,
        ("page.down", "space,pagedown", "page_down", "Page down", "Go one page on"),
        ("page.up", "pageup", "page_up", "Page up", "Go one page back"),
        ("page.half-down", "ctrl+d", "half_page_down", "Half a page down", "Go half a page on"),
        ("page.half-up", "ctrl+u", "half_page_up", "Half a page up", "Go half a page back"),
    ),
    *keys(READER, ("reader.find", "/", "find", "Find", "Find words or a regular expression in the text")),
    *keys(READER, ("reader.help", "?", "help", "Help", "Show every key, and what the signs mean")),
    *keys(
        PANES,
        ("pane.panel", "tab,shift+tab", "other_pane", "Panel",
         "Let the keys scroll the panel, or move in the text again"),
        ("pane.article", "escape", "article_pane", "Back to the text",
         "Back to the text; there it ends search, filter, explaining"),
    ),
    *keys(
        READER,
        ("reader.quit", "q", "app.quit", "Quit", "Leave the reader"),
        ("reader.export", "e", "export", "Export", "Write highlights, claims or notes to a file, or copy"),
        ("reader.outline", "i", "outline", "Outline", "Show headings and speakers, to go to"),
        ("reader.sources", "s", "sources", "Sources", "Show who is heard, and through whom"),
        ("reader.library", "L", "app.library", "Library", "Show every article there is, to open or delete"),
        ("reader.zen", "z", "zen", "Text only", "Show the text alone, or the panel beside it again"),
        ("reader.suspend", "ctrl+z", "app.suspend_process", "Suspend", "Go to the shell: fg comes back"),
        ("reader.theme", "T", "app.toggle_theme", "Light or dark", "Change between light and dark"),
    ),
]  # fmt: skip
"""the keys that work everywhere in the reader"""

SELECT = keys(
    SELECTION,
    ("select.word-next", "right,w", "select_word(1)", "Next word", "Go to the next word"),
    ("select.word-previous", "left,b", "select_word(-1)", "Word before", "Go to the word before"),
    ("select.sentence-next", "right_parenthesis", "select_sentence(1)", "Next sentence",
     "Go to the end of the sentence"),
    ("select.sentence-previous", "left_parenthesis", "select_sentence(-1)", "Sentence before",
     "Go to the beginning of the sentence"),
    ("select.line-next", "down,j", "select_line(1)", "Line down", "Go a line down"),
    ("select.line-previous", "up,k", "select_line(-1)", "Line up", "Go a line up"),
    ("select.begin", "space,v", "select_begin", "Begin", "Begin the selection at this word"),
    ("select.sentence", "s", "select_whole", "Whole sentence", "Take the sentence, then the next besides"),
    ("select.turn", "o", "select_turn", "Other end", "Move the other end of the selection"),
    ("select.highlight", "enter", "select_highlight", "Highlight", "Highlight what is selected"),
    ("select.leave", "escape", "select_leave", "Leave", "Select nothing"),
)  # fmt: skip
"""the keys that work otherwise while words are selected"""

FOLLOW = show_each(
    ("follow.open", "enter,o", "open", "Open", "Open it in the reader"),
    ("follow.browse", "O", "browse", "Browser", "Open it in the browser"),
    ("follow.next", "j,down", "down", "Next", "Go to the next"),
    ("follow.previous", "k,up", "up", "Previous", "Go to the one before"),
    ("follow.close", "escape,q", "dismiss", "Back", "Go back to the article"),
)
"""the keys of the chain, where one chooses what to follow"""

NOTE = show_each(
    ("note.close", "escape,ctrl+s", "close", "Done", "Go back; what you wrote is kept"),
    ("note.editor", "ctrl+e", "editor", "In your editor", "Go on writing in $VISUAL or $EDITOR"),
)
"""the keys of a note"""

FIND = show_each(
    ("find.settle", "enter", "settle", "To the hit", "Go on in the text, at the hit: n and N step"),
    ("find.leave", "escape", "leave", "Back", "Go back to where you were"),
)
"""the keys of the line that says what to look for"""


def _of_narrowed(
    part: str, choose: str, what: str, leave: str = "Go back to where you were"
) -> list[BindingType]:
    """Return the keys of a list that what one writes narrows."""
    return show_each(
        (f"{part}.choose", "enter", "choose", choose, what),
        (f"{part}.next", "down", "down", "Next", "Go to the next"),
        (f"{part}.previous", "up", "up", "Previous", "Go to the one before"),
        (f"{part}.close", "escape", "dismiss", "Back", leave),
    )


FILTERS = _of_narrowed("filters", "Only these", "Leave only these claims", "Leave everything as it was")
"""the keys of the list of filters"""

OUTLINE = _of_narrowed("outline", "Go there", "Go to the heading, or step through what they say")
"""the keys of the outline"""

ELSEWHERE = show_each(
    ("elsewhere.open", "enter", "open", "Go to", "Open the article at the claim"),
    ("elsewhere.next", "j,down", "down", "Next", "Go to the next article"),
    ("elsewhere.previous", "k,up", "up", "Previous", "Go to the article before"),
    ("elsewhere.close", "escape,q,w", "dismiss", "Back", "Go back to the claim"),
)
"""the keys of where else a claim stands"""

SAYINGS = _of_narrowed("sayings", "Go to", "Open the article at the claim")
"""the keys of all that somebody said"""

TAGGING = show_each(
    ("tags.keep", "enter", "keep", "Done", "Keep these tags"),
    ("tags.close", "escape", "dismiss", "Back", "Leave the tags as they were"),
)
"""the keys of the tags"""

MARKED = show_each(
    ("marks.open", "enter", "open", "Go to", "Go to the highlight"),
    ("marks.next", "j,down", "down", "Next", "Go to the next highlight"),
    ("marks.previous", "k,up", "up", "Previous", "Go to the highlight before"),
    ("marks.note", "m", "note", "Note", "Write a note beside the highlight"),
    ("marks.tags", "t", "tags", "Tags", "Tag the highlight"),
    ("marks.delete", "d,delete", "delete", "Delete", "Take the highlight off"),
    ("marks.undo", "u", "undo", "Undo", "Take back what you did last"),
    ("marks.close", "escape,q,H", "dismiss", "Back", "Go back to the article"),
)
"""the keys of the list of highlights"""

PANEL = keys(
    Binding.Group("scroll", compact=True),
    ("panel.down", "j,down", "scroll_line(1)", "Scroll down", "Scroll the panel down"),
    ("panel.up", "k,up", "scroll_line(-1)", "Scroll up", "Scroll the panel up"),
    ("panel.page-down", "space,pagedown,ctrl+d", "scroll_page(1)", "Page down", "Scroll the panel a page on"),
    ("panel.page-up", "pageup,ctrl+u", "scroll_page(-1)", "Page up", "Scroll the panel a page back"),
    ("panel.home", "g,home", "scroll_home", "To the top", "Scroll the panel to its beginning"),
    ("panel.end", "G,end", "scroll_end", "To the end", "Scroll the panel to its end"),
)
"""the keys that work otherwise while the panel has the focus"""

HELP = apart(
    ("help.close", "escape,q,?", "dismiss", "Back", "Go back to the article"),
    ("help.tour", "t", "app.tour", "Tour", "Show the few keys to begin with"),
)
"""the keys of the help"""

PAGE = keys(
    READER,
    ("help.down", "j", "scroll_down", "Scroll down", "Scroll the help down"),
    ("help.up", "k", "scroll_up", "Scroll up", "Scroll the help up"),
    ("help.page-down", "space,ctrl+d", "page_down", "Page down", "Scroll the help a page on"),
    ("help.page-up", "ctrl+u", "page_up", "Page up", "Scroll the help a page back"),
    ("help.home", "g", "scroll_home", "To the top", "Scroll the help to its beginning"),
    ("help.end", "G", "scroll_end", "To the end", "Scroll the help to its end"),
)
"""the keys that scroll the help, besides those that scroll anything"""

LIBRARY = show_each(
    ("library.filter", "/", "filter", "Search",
     "Show only what has these words in its title, text, claims, notes, #tags"),
) + apart(
    ("library.list", "down", "list", "To the articles", "Go from the filter to the articles"),
    ("library.sort", "s", "sort", "Sort", "Sort by the next column"),
    ("library.reverse", "S", "reverse", "Turn round", "Turn the order round"),
    ("library.inbox", "i", "inbox", "New", "Show only what you put by and did not read yet, or all again"),
    ("library.sayings", "W", "sayings", "Who", "Show all that whoever you search for said"),
    ("library.delete", "d,delete", "delete", "Delete", "Take the article out of the library"),
    ("library.undo", "u", "undo", "Undo", "Bring back the article deleted last"),
    ("library.back", "escape", "back", "Back", "Show all articles again, or leave"),
    ("library.close", "q", "close", "Back", "Go back to the article"),
    ("library.help", "?", "help", "Help", "Show every key"),
    ("library.theme", "T", "app.toggle_theme", "Light or dark", "Change between light and dark"),
)  # fmt: skip
"""the keys of the library"""

_OF_START = tuple(
    apart(
        ("library.close", "q", "app.quit", "Quit", "End the program"),
        ("library.back", "escape", "back", "Back", "Show all articles again"),
    )
)
START = (
    *(key for key in LIBRARY if isinstance(key, Binding) and key.id not in {"library.close", "library.back"}),
    *_OF_START,
)
"""the keys of the library where the program began with it"""

_OF_LIBRARY = {"library.delete", "library.undo", "library.inbox", "library.sayings"}
FEED = tuple(key for key in START if isinstance(key, Binding) and key.id not in _OF_LIBRARY)
"""the keys of the articles of a feed: those of the library that change nothing in it"""

SEARCH = apart(
    ("search.list", "enter", "submit", "To the articles", "Go to the articles that were found"),
    ("search.leave", "escape", "screen.back", "Show all", "Show all articles again"),
)
"""the keys of the line that filters them"""

TABLE = keys(
    ARTICLES,
    ("library.open", "enter", "select_cursor", "Open", "Open the article in the reader"),
    ("library.next", "j,down", "cursor_down", "Next article", "Go to the next article"),
    ("library.previous", "k,up", "cursor_up", "Previous article", "Go to the article before"),
    ("library.page-down", "space,pagedown,ctrl+d", "page_down", "Page down", "Go one page on"),
    ("library.page-up", "pageup,ctrl+u", "page_up", "Page up", "Go one page back"),
    ("library.first", "g,home", "scroll_top", "First article", "Go to the first article"),
    ("library.last", "G,end", "scroll_bottom", "Last article", "Go to the last article"),
)
"""the keys of its table"""

FORMATS = apart(("export.format", "enter", "screen.write", "Export", "Write the file, or copy"))
"""the keys of its list of formats"""

EXPORT = apart(
    ("export.write", "ctrl+s,enter", "screen.write", "Export", "Write the file, or copy"),
    ("export.next", "tab", "app.focus_next", "Next field", "Go on to the next choice or line"),
    ("export.close", "escape", "dismiss", "Back", "Go back to the article"),
)
"""the keys of the export"""

ASK = apart(
    ("ask.yes", "y", "dismiss(True)", "Yes", "Do it"),
    ("ask.no", "n,escape", "dismiss(False)", "No", "Leave everything as it is"),
)
"""the keys that answer a question"""

CORRECT = apart(
    ("correct.keep", "ctrl+s", "keep", "Keep", "Keep what stands here: it wins over what the model says"),
    ("correct.reset", "ctrl+z", "reset", "As the model", "Put everything back to what the model says"),
    ("correct.close", "escape", "close", "Back", "Go back and change nothing"),
)
"""the keys of a correction"""

CHAIN = apart(
    ("chain.edit", "enter", "select", "Change", "Change the link's name and what it did"),
    ("chain.add", "a", "add", "Add", "Add a link after this one"),
    ("chain.remove", "d,delete", "remove", "Take out", "Take the link out of the chain"),
    ("chain.next", "j,down", "cursor_down", "Next link", "Go to the next link"),
    ("chain.previous", "k,up", "cursor_up", "Previous link", "Go to the link before"),
)
"""the keys of the chain in a correction"""

LINK = apart(
    ("link.keep", "ctrl+s", "keep", "Keep", "Keep the link as it stands here"),
    ("link.close", "escape", "dismiss", "Back", "Go back and change nothing"),
)
"""the keys of one link"""

TOUR = apart(("tour.close", "escape,enter,space,q,?", "dismiss", "Begin", "Go to the article"))
"""the keys of the tour"""

STEPS = keys(
    Binding.Group("scroll", compact=True),
    ("tour.down", "j,down", "scroll_down", "Scroll down", "Scroll the tour down"),
    ("tour.up", "k,up", "scroll_up", "Scroll up", "Scroll the tour up"),
)
"""the keys that scroll it where it is longer than the screen"""

"""Programs of the user's own machine: clipboard, browser, editor, web server."""

"""How it looks: the themes, and which of them the user chose."""

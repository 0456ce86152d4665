"""The keys: what is bound, what users set, and what names them to users."""

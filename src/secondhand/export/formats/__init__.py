"""The formats of notebooks, one small file each; ``export/form.py`` says what is in them."""

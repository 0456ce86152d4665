"""The formats an article may come in, one small file each."""

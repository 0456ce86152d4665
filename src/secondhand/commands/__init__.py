"""The commands, one small file each: ``run`` does what is asked and returns the exit code."""

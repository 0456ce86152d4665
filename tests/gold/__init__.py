"""Short texts that each pin one construction of attribution; README.md says how to add one."""

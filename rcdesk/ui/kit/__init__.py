"""The shared widgets. Importing them needs PySide6, `i18n`, `resources` and `domain.errors`, nothing else."""

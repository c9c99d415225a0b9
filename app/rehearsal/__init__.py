"""A whole exam day in practice: both ends of every file, one driven clock."""

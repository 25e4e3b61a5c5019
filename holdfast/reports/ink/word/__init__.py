"""The parts of the Word ink: styles, fields, tables."""

"""How long the figures take and how that grows: invented histories, measured."""

"""What the service itself settles: its own time limits, and which plans its officers review."""

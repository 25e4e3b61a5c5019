"""An invented council whose records yield the published figures, made by rule from a seed number."""

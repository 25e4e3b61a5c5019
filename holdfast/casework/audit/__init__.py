"""The diary that all others write in; rows are only added."""

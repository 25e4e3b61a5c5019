"""The rules, one kind per file. Each takes the whole report as read and yields findings."""

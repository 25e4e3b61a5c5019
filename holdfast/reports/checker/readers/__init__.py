"""From a file to a report as it is printed: text, CSV, Excel, Word, HTML, and our own JSON."""

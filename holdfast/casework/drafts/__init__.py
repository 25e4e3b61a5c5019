"""What somebody was typing, kept until it is saved."""

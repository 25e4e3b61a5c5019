"""The code lists of statutory returns, as data: a base year and the described differences of later years."""

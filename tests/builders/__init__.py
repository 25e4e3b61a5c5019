"""Small invented records for tests: `people.alice()`, `care.in_care(child, since=…)`, `returns.a_return(…)`."""

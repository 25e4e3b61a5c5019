"""Everything that changes the work plan, recommendations and the board paper: one file for each of them."""

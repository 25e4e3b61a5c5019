"""The board paper: the year's report on a few pages, with what the board is asked and what follows from it."""

"""Before a review: who is asked, what must arrive, and whether the child was seen."""

"""What is to become better: the work plan, recommendations to the board, what it decided and what came of it."""

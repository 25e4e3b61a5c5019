"""Quality monitors: the officer’s judgement after a review, asked by a versioned questionnaire."""

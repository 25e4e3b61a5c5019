"""After a review: decisions, the record, who agreed, and who received which version."""

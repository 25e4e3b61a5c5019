"""What officers did for a child between and at reviews, and good practice they praised."""

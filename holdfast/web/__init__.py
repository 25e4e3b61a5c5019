"""The service on screen: one folder per journey, forms, presenters, views."""

"""Messages to people outside a page: e-mails, the weekly digest, the calendar feed."""

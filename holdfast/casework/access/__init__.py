"""Who may see and do what: people with an account, roles, permissions."""

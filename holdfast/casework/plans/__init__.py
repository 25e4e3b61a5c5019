"""Child protection plans, core groups, and plans of children in need."""

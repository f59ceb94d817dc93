"""The pages of forums. A forum's own page gathers from floors above and is not here."""

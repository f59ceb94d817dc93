"""The committees' pages: reading is everybody's, and each act is a page of its own."""

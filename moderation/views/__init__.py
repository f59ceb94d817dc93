"""Report something, decide on it, appeal, decide again; and the public figures. One set of pages for every kind of thing."""

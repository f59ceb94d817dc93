"""`make bench`: what pages and acts cost, measured on servers of its own with ten thousand proposals. See docs/performance.md."""

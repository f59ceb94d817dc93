"""What people fill in before, on and after a committee. Forms read; acts write."""

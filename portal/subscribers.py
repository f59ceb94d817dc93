"""What the top floor tells the floors below at start."""

from portal.demo.people import introduce

introduce()

"""Reads that gather from several floors for one page."""

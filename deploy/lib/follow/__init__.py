"""Follows the pages for readers literally, in a shell, and says which line of which page is not true."""

"""Paper: the poster and the room checklist, and the one way in which HTML becomes a PDF."""

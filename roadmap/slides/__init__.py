"""The roadmap as a PowerPoint presentation."""

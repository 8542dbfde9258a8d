"""The guide for pathway supervisors as a form to print or fill in, and the minutes of a meeting that did."""

"""The roadmap as an Excel workbook: the measures, a plan, a self-assessment and a run chart, with formulas."""

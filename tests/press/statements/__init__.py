"""What is said in a report, and by whom."""

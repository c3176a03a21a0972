"""What the study found, told: blocks of a report and data, a question a file."""

"""What is told when the program itself is at fault: reports that hold nothing of the deal."""

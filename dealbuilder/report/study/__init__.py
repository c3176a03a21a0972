"""What the study of a deal says on paper, in files and on screen: blocks, sentences, figures, plain data."""

"""Where who sits at the hotline finds a caller, answers, and writes down what became of it."""

"""Filing from home: begin, prepare, look it through, hand it in, mend what came back."""

"""What is told to people by e-mail, SMS, Zalo and on their own page: written by acts, sent by jobs, once for each."""

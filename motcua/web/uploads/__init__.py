"""Files from home: in pieces by the tus protocol, or whole with an ordinary form; looked at by who sent them alone."""

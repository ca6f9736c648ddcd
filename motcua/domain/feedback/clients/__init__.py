"""Systems of others that send what people said to them: each with a token, each piece once."""

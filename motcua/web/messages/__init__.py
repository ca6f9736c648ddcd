"""What people were told: the list, one message with its tries, the ways, the texts, and what people want."""

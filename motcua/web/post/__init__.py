"""The postal desk: what leaves with the postman, what he says, what comes back; and the post of citizens."""

"""The door of the gateway, the gateway of practice, and what payers do on the page of a bill."""

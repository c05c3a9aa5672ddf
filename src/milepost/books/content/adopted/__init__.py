"""What the books of an adopted edition say: made from ledger, schedule and state; one room a book."""

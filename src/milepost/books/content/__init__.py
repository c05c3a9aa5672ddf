"""What each book says, as plain records made from a ledger and a schedule."""

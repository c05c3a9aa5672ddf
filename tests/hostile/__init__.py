"""Files that mean harm, and what Milepost does with them."""

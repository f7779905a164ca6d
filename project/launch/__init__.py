"""What the programs in script/ do: set up, serve, test, take screenshots."""

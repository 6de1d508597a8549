"""What the days looked like: minutes, episodes, alerts and answers in a file of the user's own."""

"""What helps besides sitting upright: breaks, exercises, heat and cold, a diary, whom to ask."""

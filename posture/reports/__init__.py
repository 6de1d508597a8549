"""What the days looked like, for people and for programs: terminal, page, tables, export."""

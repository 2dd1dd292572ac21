"""The blocks that briefs are composed of: what each shows on the page, and the many ways to ask for it."""

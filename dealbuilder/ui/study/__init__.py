"""The study: one window beside the desk in which the deal is questioned, a panel a question."""

"""The verbs that every face and room uses."""

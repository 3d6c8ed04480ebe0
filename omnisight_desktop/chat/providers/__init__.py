"""Language models: whoever can put into words what the house looked up."""

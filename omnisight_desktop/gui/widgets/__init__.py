"""Small reusable widgets that know no panel."""

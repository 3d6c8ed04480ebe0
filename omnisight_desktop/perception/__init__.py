"""What is in a picture: detection, tracking and, later, who and how."""

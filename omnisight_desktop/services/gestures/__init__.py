"""The verbs over gestures: teaching them, the library, and how well they are told apart."""

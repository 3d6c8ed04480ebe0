"""What a panel shows and can do, without a widget."""

"""The checks of ``omnisight doctor``, one file for each family. Each tells the truth and changes nothing."""

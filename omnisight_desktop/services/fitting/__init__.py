"""Which network, at which size, on which engine: tried on this computer, chosen, and set if one likes."""

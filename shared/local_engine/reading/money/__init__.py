"""Every figure that may be an amount; from them the total, the tax, how it was paid and in which currency."""

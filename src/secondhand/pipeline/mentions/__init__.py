"""Who there is: the mentions of an article, gathered into entities."""

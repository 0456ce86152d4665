"""Who a source means."""

"""What texts on rows most likely mean, where no reader understands them wholly: followed as an assumption, and asked.

Words that nothing is known of are passed over here, which no other reader does; so nothing of it counts as understood.
"""

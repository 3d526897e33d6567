"""What the product is built from: which packages, under which licences, with which known holes."""

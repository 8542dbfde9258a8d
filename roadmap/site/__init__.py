"""The pages of the site and what readers find them by. Knows nothing of the generator that puts a theme around them."""

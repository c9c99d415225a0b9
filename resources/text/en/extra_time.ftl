# The extra-time half of the page on delays and extra time.

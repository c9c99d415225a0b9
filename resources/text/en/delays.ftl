# The delays half of the page on delays and extra time.

delays-part-delays = Delayed starts
delays-part-extra = Extra time
delays-parts = Delayed starts or extra time
delays-none = There is no session yet.

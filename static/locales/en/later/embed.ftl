# The page inside another page.

embed-whole = Open the whole calculator

"""What could close the gap, in sentences: the answer to a bargain as sections of a page.

``answer_page(telling)`` is the page of ``wasit packages``; ``gap(view)`` the section of the brief.
"""

"""What Arabic and English texts are read with: words, numbers, sound and lexicons of both."""

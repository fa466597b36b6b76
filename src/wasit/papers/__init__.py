"""What people hand in and get back: sheets, drafts in files, proposals of reports, calendars.

Bytes and names in, proposals or bytes out; commands and pages share it. Nothing here opens a file.
"""

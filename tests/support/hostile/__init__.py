# SPDX-License-Identifier: MIT
"""Files that no force would send, invented: what hostile_files.py is made of."""

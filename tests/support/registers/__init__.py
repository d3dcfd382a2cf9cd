# SPDX-License-Identifier: MIT
"""Untidy force registers, invented: what untidy_registers.py is made of."""

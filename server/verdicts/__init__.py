"""Verdicts: who fetched a pixel or followed a link, and how sure that is. Pure: values in, values out."""

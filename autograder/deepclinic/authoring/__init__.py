"""For authors: are the exercises, and their checks, sound?"""

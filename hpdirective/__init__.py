"""Hold action plans of city units against a directive of the People's Committee."""

__version__ = "0.1.0"
